import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { asker, rateAt } from './serving/load.ts';
import { nsdProgram, startNsd } from './serving/nsd.ts';
import { QUESTIONS } from './serving/zone.ts';

const ROUNDS = 3;
const NAMES = {
  echo: 'echo: what comes is sent back, by the same sockets',
  ours: 'ours: a name server of one zone',
  dns2: 'dns2: the same replies, out of a map',
  nsd: 'NSD, one worker',
} as const;
type Kind = keyof typeof NAMES;

interface Server {
  readonly kind: Kind;
  readonly port: number;
  readonly child: ChildProcess;
}
interface Measured {
  readonly rate: number;
  /** Replies for each second of the server's own processor time; only where the server is ours to ask. */
  readonly perCpuSecond?: number;
}

/** What answers over UDP, each in a process of its own, asked in turns from another: replies a second, and shares of the echo's. */
export async function benchServing(): Promise<void> {
  const program = nsdProgram();
  const servers = [
    ...(await Promise.all((['echo', 'ours', 'dns2'] as const).map(startOurs))),
    ...(program === undefined ? [] : [{ kind: 'nsd' as const, ...(await startNsd(program)) }]),
  ];
  const by = asker();
  try {
    for (const [title, questions] of Object.entries(QUESTIONS)) {
      const results = new Map<Kind, Measured[]>(servers.map(({ kind }) => [kind, []]));
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const server of servers) results.get(server.kind)?.push(await measure(server, questions, by));
      }
      tell(`Questions over UDP, ${title}, put by ${by === 'ours' ? 'a process of ours' : by}`, results);
    }
  } finally {
    for (const { child } of servers) child.kill();
  }
}

async function startOurs(kind: Exclude<Kind, 'nsd'>): Promise<Server> {
  const child = fork(join(import.meta.dirname, 'serving/server.ts'), [kind]);
  const [{ port }] = await once(child, 'message');
  return { kind, port, child };
}

async function measure({ kind, port, child }: Server, questions: readonly string[], by: 'dnsperf' | 'ours') {
  if (kind === 'nsd') return { rate: await rateAt(port, questions, by) };
  const before = await cpuMs(child);
  const start = performance.now();
  const rate = await rateAt(port, questions, by);
  const replies = (rate * (performance.now() - start)) / 1000;
  return { rate, perCpuSecond: (1000 * replies) / ((await cpuMs(child)) - before) };
}

async function cpuMs(child: ChildProcess): Promise<number> {
  child.send('how much');
  const [{ cpuMs }] = await once(child, 'message');
  return cpuMs;
}

function tell(title: string, results: ReadonlyMap<Kind, readonly Measured[]>): void {
  const echo = results.get('echo') ?? [];
  console.log(`\n${title} (median of ${ROUNDS} rounds)`);
  console.log(`  ${''.padEnd(54)} ${'replies/s'.padStart(10)} ${'of echo'.padStart(8)} ${'a CPU-second'.padStart(13)}`);
  for (const [kind, measured] of results) {
    const share = median(measured.map(({ rate }, round) => rate / (echo[round]?.rate ?? Number.NaN)));
    const perCpu = measured.flatMap(({ perCpuSecond }) => perCpuSecond ?? []);
    const columns = [
      show(median(measured.map(({ rate }) => rate))).padStart(10),
      `${Math.round(100 * share)} %`.padStart(8),
      (perCpu.length > 0 ? show(median(perCpu)) : '').padStart(13),
    ];
    console.log(`  ${NAMES[kind].padEnd(54)} ${columns.join(' ')}`);
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const show = (rate: number): string => Math.round(rate).toLocaleString('en-US');
