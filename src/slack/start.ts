import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { App, type AppOptions, type Receiver } from '@slack/bolt';
import { type Connection, UNWATCHED } from '../base/observe.ts';
import { SECOND } from '../base/time.ts';
import type { Courier } from '../tutor/courier.ts';
import type { Endpoint } from '../web/endpoint.ts';
import { type Attempt, attempt } from './attempt.ts';
import { attendant } from './attend.ts';
import { boltLogger } from './bolt-logger.ts';
import type { SlackConnection } from './connection.ts';
import { slackCourier } from './courier.ts';
import { CALL_TIMEOUT_MS } from './outlet.ts';
import { setUp } from './setup.ts';
import { SlackStartError } from './start-error.ts';
import type { Tutor } from './tutor.ts';
import { uploadPictures } from './upload-pictures.ts';

export interface Slack {
  /** What is to be listened for, by HTTP; nothing in Socket Mode. */
  readonly endpoints: readonly Endpoint[];
  /** Those of Socket Mode; none by HTTP. */
  readonly connections: () => readonly Connection[];
  /** Posts what nobody asked for just now. */
  readonly courier: Courier;
  /** Takes nothing more, and waits for what was taken, but no longer than eight seconds. */
  readonly stop: () => Promise<void>;
}

const STOP_MS = 8 * SECOND;

/** Serves Slack until it is stopped. Throws `SlackStartError` when Slack cannot be served as configured. */
export async function startSlack(connection: SlackConnection, tutor: Tutor): Promise<Slack> {
  const clientOptions = clientOptionsOf(connection);
  const logger = boltLogger(tutor.log);
  const setup = setUp(connection, tutor, { clientOptions, logger });
  const { receivers, endpoints, connections, authorization, workspacesOf } = setup;
  const app = new App({
    ...{ ...authorization, clientOptions, logger, logLevel: logger.getLevel() },
    ...{ deferInitialization: true, convoStore: false, receiver: together(receivers) },
  });
  const workspaces = workspacesOf(app);
  const attend = attendant(tutor, workspaces, app.client);
  const taken = new Set<Promise<void>>();
  // One piece of work is begun in a turn of the event loop, so that in a rush what has arrived is acknowledged first.
  let turn: Promise<unknown> = Promise.resolve();

  // One listener for everything, so that whatever Slack sends is acknowledged, before any work is begun.
  app.use(async (delivery) => {
    const watch = tutor.observe?.interaction('slack') ?? UNWATCHED;
    if ('ack' in delivery && delivery.ack) {
      await delivery.ack().then(
        () => watch.acknowledged(),
        (error: unknown) => tutor.log(`slack: not acknowledged: ${String(error)}`, 'error'),
      );
    }
    turn = turn.then(() => nextTurn());
    const work = turn.then(() => attend(delivery.body, watch)).finally(() => watch.end());
    taken.add(work);
    await work;
    taken.delete(work);
  });
  try {
    await begin('SLACK_BOT_TOKEN', () => app.init());
    await begin('SLACK_APP_TOKEN', () => app.start());
  } catch (error) {
    await app.stop();
    throw error;
  }
  return {
    ...{ endpoints, connections },
    courier: slackCourier(workspaces, tutor.commands, tutor.now, (client, reply) =>
      uploadPictures(client, tutor, reply),
    ),
    async stop() {
      const late = pause(STOP_MS, undefined, { ref: false });
      await Promise.race([app.stop(), late]);
      while (taken.size > 0 && (await Promise.race([Promise.all(taken), late]))) {}
      if (taken.size > 0) tutor.log(`slack: stopped with ${taken.size} unfinished`, 'error');
    },
  };
}

type ClientOptions = NonNullable<AppOptions['clientOptions']>;

/** Bolt must neither try again by itself, as that doubles messages, nor hold all calls back because one was too many. */
const clientOptionsOf = ({ apiUrl }: SlackConnection): ClientOptions => ({
  ...(apiUrl !== undefined && { slackApiUrl: apiUrl }),
  ...{ retryConfig: { retries: 0 }, timeout: CALL_TIMEOUT_MS, rejectRateLimitedCalls: true },
});

const together = (receivers: readonly Receiver[]): Receiver => ({
  init(app) {
    for (const receiver of receivers) receiver.init(app);
  },
  start: () => Promise.all(receivers.map((receiver) => receiver.start())),
  stop: () => Promise.all(receivers.map((receiver) => receiver.stop())),
});

const PAUSES_MS = [SECOND, 2 * SECOND, 4 * SECOND];

/** Does a step of the start; again, a few times, while Slack is out of reach. */
async function begin(token: string, step: () => Promise<unknown>): Promise<void> {
  for (const ms of [...PAUSES_MS, undefined]) {
    const came: Attempt = await attempt(step);
    if (came.kind === 'done') return;
    if (came.kind === 'refused') throw new SlackStartError({ kind: 'refused', token, code: came.code });
    if (ms !== undefined) await pause(came.kind === 'wait' ? came.ms : ms);
  }
  throw new SlackStartError({ kind: 'unreachable' });
}
