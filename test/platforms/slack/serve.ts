import { createServer } from 'node:net';
import { onTestFinished, vi } from 'vitest';
import { instant } from '../../../src/base/time.ts';
import { doWhatIsDue } from '../../../src/do-what-is-due.ts';
import { type Slack, startSlack } from '../../../src/slack/start.ts';
import type { Tutor } from '../../../src/slack/tutor.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { startTicker, type Ticker } from '../../../src/ticker.ts';
import type { Deps } from '../../../src/tutor/command.ts';
import { commands } from '../../../src/tutor/commands.ts';
import type { Courier } from '../../../src/tutor/courier.ts';
import { courierOver } from '../../../src/tutor/courier-of-platforms.ts';
import { handleLine } from '../../../src/tutor/handle.ts';
import { homeOf } from '../../../src/tutor/home.ts';
import type { Store } from '../../../src/tutor/store.ts';
import { listen } from '../../../src/web/listen.ts';
import { content } from '../../support/content.ts';
import { noCourier } from '../../support/courier.ts';
import { noPaint } from '../../support/no-paint.ts';
import { byHttp, bySocket, type Deliver } from './deliver.ts';
import { type Person, person } from './person.ts';
import { APP_TOKEN, BOT_TOKEN, type Posted, SIGNING_SECRET, type Standin, startStandin } from './standin.ts';

export type Transport = 'socket' | 'http';
const COMMANDS: ReadonlySet<string> = new Set(commands.map(({ name }) => name));

/** The program as `main.ts` puts it together, on a stand-in of its own; everything ends with the test. */
export interface Served {
  readonly standin: Standin;
  readonly slack: Slack;
  readonly store: Store;
  readonly deliver: Deliver;
  /** Where the program listens for HTTP. */
  readonly url: string;
  readonly log: readonly string[];
  readonly someone: (user?: string, team?: string) => Person;
  /** What is posted on account of an act, once something is. */
  readonly replies: (act: () => Promise<unknown>) => Promise<readonly Posted[]>;
}

export async function serve(
  transport: Transport,
  over: Partial<Tutor> = {},
  overDeps: Partial<Deps> = {},
): Promise<Served> {
  const standin = await startStandin();
  const store = await openStore(':memory:');
  const log: string[] = [];
  const couriers = new Map<'slack', Courier>();
  let ticker: Ticker | undefined;
  const posting = { courier: courierOver(couriers), hurry: () => ticker?.hurry() };
  const deps = { ...depsOn(store, posting), ...overDeps };
  const slack = await startSlack(
    { kind: 'one-workspace', botToken: BOT_TOKEN, apiUrl: standin.apiUrl, ...CREDENTIALS[transport] },
    { ...tutorOn(store, log, deps), ...over },
  );
  couriers.set('slack', slack.courier);
  ticker = startTicker(
    () => doWhatIsDue(deps, ['slack'], now),
    (line) => log.push(line),
    () => ({ id: 'incident-2', level: 'error' }),
  );
  const web = await listen({ host: '127.0.0.1', port: 0 }, slack.endpoints);
  onTestFinished(async () => {
    await ticker?.stop();
    await web.stop();
    await slack.stop();
    await standin.stop();
    await store.close();
  });
  if (transport === 'socket') await vi.waitFor(() => standin.sockets.open() === 2 || Promise.reject());
  const url = `http://127.0.0.1:${web.port}`;
  const deliver = transport === 'socket' ? bySocket(standin) : byHttp(`${url}/slack/events`);
  return {
    ...{ standin, slack, store, deliver, url, log },
    someone: (user = 'UANN', team = 'T1') => person(standin, deliver, user, team),
    replies: repliesOn(standin, log),
  };
}

/** Acts, and waits for what is posted on account of it. */
export const repliesOn =
  ({ messages }: Standin, log: readonly string[]): Served['replies'] =>
  async (act) => {
    const before = messages.length;
    await act();
    await vi.waitFor(() => messages.length > before || Promise.reject(new Error(`no reply; ${log.join('\n')}`)), {
      ...{ timeout: 60_000, interval: 5 },
    });
    return messages.slice(before);
  };

/** What the tutor is given on a store. */
function depsOn(store: Store, posting: Pick<Deps, 'courier' | 'hurry'> = { courier: noCourier }): Deps {
  let made = 0;
  const next = () => {
    made += 1;
    return made;
  };
  return { store, content, newSeed: () => next(), newId: () => `id${next()}`, ...posting };
}

const now = () => instant(Date.now());

/** The real tutor on a store, with every delivery claimed. */
export function tutorOn(store: Store, log: string[], deps = depsOn(store)): Tutor {
  return {
    commands: COMMANDS,
    handle: (account, line, venue) => handleLine(deps, account, now(), line, venue),
    home: (account) => homeOf(deps, account, now()),
    claim: async () => true,
    installations: store,
    ...{ now, paint: noPaint, log: (line: string) => void log.push(line) },
    newIncident: () => ({ id: 'incident-1', level: 'error' }),
  };
}

const CREDENTIALS = { socket: { appToken: APP_TOKEN }, http: { signingSecret: SIGNING_SECRET } };

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
