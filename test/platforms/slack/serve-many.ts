import { onTestFinished } from 'vitest';
import type { ManyWorkspaces } from '../../../src/slack/connection.ts';
import { type Slack, startSlack } from '../../../src/slack/start.ts';
import type { Tutor } from '../../../src/slack/tutor.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/tutor/store.ts';
import { listen } from '../../../src/web/listen.ts';
import { browser, type Shown } from './browser.ts';
import { byHttp, type Deliver } from './deliver.ts';
import { CLIENT_ID, CLIENT_SECRET } from './oauth.ts';
import { type Person, person } from './person.ts';
import { repliesOn, tutorOn } from './serve.ts';
import { type Posted, SIGNING_SECRET, type Standin, startStandin } from './standin.ts';

export const KEY = Buffer.alloc(32, 7);

/** One process that serves every workspace that installs the app. */
export interface ServedMany {
  readonly standin: Standin;
  readonly slack: Slack;
  readonly store: Store;
  readonly url: string;
  readonly log: readonly string[];
  readonly deliver: Deliver;
  readonly install: (team: string) => Promise<Shown>;
  readonly someone: (user: string, team: string) => Person;
  /** What is posted on account of an act, once something is. */
  readonly replies: (act: () => Promise<unknown>) => Promise<readonly Posted[]>;
}

/** @param shared a stand-in and a store that other processes use too */
export async function serveMany(
  over: Partial<Tutor> = {},
  connection: Partial<ManyWorkspaces> = {},
  shared: { readonly standin?: Standin; readonly store?: Store } = {},
): Promise<ServedMany> {
  const standin = shared.standin ?? (await startStandin());
  const store = shared.store ?? (await openStore(':memory:'));
  const log: string[] = [];
  const slack = await startSlack(
    {
      kind: 'many-workspaces',
      ...{ clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, signingSecret: SIGNING_SECRET, masterKey: KEY },
      ...{ apiUrl: standin.apiUrl, ...connection },
    },
    { ...tutorOn(store, log), ...over },
  );
  const web = await listen({ host: '127.0.0.1', port: 0 }, slack.endpoints);
  const url = `http://127.0.0.1:${web.port}`;
  standin.grants.redirectUrl ||= `${url}/slack/oauth_redirect`;
  onTestFinished(async () => {
    await web.stop();
    await slack.stop();
    if (!shared.standin) await standin.stop();
    if (!shared.store) await store.close();
  });
  const deliver = byHttp(`${url}/slack/events`);
  return {
    ...{ standin, slack, store, url, log, deliver },
    install: (team) => browser().install(url, team),
    someone: (user, team) => person(standin, deliver, user, team),
    replies: repliesOn(standin, log),
  };
}
