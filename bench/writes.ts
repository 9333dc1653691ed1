import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import type { AskedQuery } from '../src/store/observe-query.ts';
import { openDatabase, storeOn } from '../src/store/open-store.ts';
import { startServer } from '../test/support/postgres/server.ts';
import { practiceOn } from './quiz.ts';
import { type Bare, barePostgres, bareSqlite } from './writes/bare.ts';
import { prepare, type Response, recordResponse, responsesOf } from './writes/responses.ts';

const BLOCKS = 10;
/** What of the speed of bare statements ours has at least. */
const LEAST = 0.5;

/** Responses recorded as the tutor does, beside the same statements with the same values, prepared, without anything of ours. */
export async function benchWrites(words: readonly string[] = []): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: { on: { type: 'string' }, block: { type: 'string', default: '200' } },
  });
  const on = values.on === undefined ? ['sqlite', 'postgres'] : [values.on];
  if (on.some((each) => each !== 'sqlite' && each !== 'postgres'))
    throw new Error('--on needs `sqlite` or `postgres`.');
  const block = Number(values.block);
  if (!Number.isInteger(block) || block < 1) throw new Error('--block needs a number of responses, as in --block 200.');
  for (const each of on)
    if ((await compareWrites(each, block, (line) => console.log(line))) < LEAST) process.exitCode = 1;
}

/** How fast ours is, as a share of the bare statements' speed: the median of blocks that come in turns. */
export async function compareWrites(on: string, block: number, tell: (line: string) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'hostmaster-writes-'));
  const server = on === 'postgres' ? await startServer() : undefined;
  const place = async (name: string) => (server ? newDatabase(server.url, name) : join(folder, `${name}.db`));
  const { past, next } = responsesOf(BLOCKS * block);
  const asked: AskedQuery[] = [];
  const [ourPlace, barePlace] = [await place('ours'), await place('bare')];
  const db = await openDatabase(ourPlace, { observe: (_kind, _ms, _isFault, query) => void asked.push(query) });
  const store = storeOn(db);
  let bare: Bare | undefined;
  try {
    await prepare(db, store, past, next);
    const twin = await openDatabase(barePlace);
    await prepare(twin, storeOn(twin), past, next);
    await twin.destroy();
    bare = server ? await barePostgres(barePlace) : bareSqlite(barePlace);
    tell(`\nResponses recorded on ${on}, the medians of ${BLOCKS} blocks of ${block}, in turns`);
    const rates: { ours: number; bare: number }[] = [];
    for (let from = 0; from < next.length; from += block) {
      asked.length = 0;
      const some = next.slice(from, from + block);
      const ours = await rateOf(block, async () => recordAll(store, some));
      const same = [...asked];
      const { replay } = bare;
      rates.push({ ours, bare: await rateOf(block, () => replay(same)) });
    }
    const share = median(rates.map(({ ours, bare: floor }) => ours / floor));
    const row = (what: string, rate: number) => tell(`  ${what.padEnd(52)} ${rate.toFixed(0).padStart(8)} a second`);
    row('ours', median(rates.map(({ ours }) => ours)));
    row('the same statements, bare and prepared', median(rates.map(({ bare: floor }) => floor)));
    tell(`  ${'ratio'.padEnd(52)} ${share.toFixed(2).padStart(8)}`);
    tell(`  ${(asked.length / block).toFixed(1)} statements a response, begin and commit included`);
    const practise = practiceOn(store);
    row('for comparison: /quiz and /respond, end to end', await rateOf(block, () => again(block, practise)));
    return share;
  } finally {
    await bare?.close();
    await store.close();
    server?.stop();
    rmSync(folder, { recursive: true });
  }
}

async function newDatabase(url: string, name: string): Promise<string> {
  const client = new Client(`${url}/postgres`);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `${url}/${name}`;
}

async function recordAll(store: Parameters<typeof recordResponse>[0], some: readonly Response[]): Promise<void> {
  for (const response of some) await recordResponse(store, response);
}

async function again(times: number, act: () => Promise<void>): Promise<void> {
  for (let time = 0; time < times; time += 1) await act();
}

async function rateOf(count: number, act: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await act();
  return (1000 * count) / (performance.now() - began);
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
