import { expect, test, vi } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { notice } from '../../src/tutor/reply.ts';
import { revoke } from './slack/oauth.ts';
import type { Person } from './slack/person.ts';
import { serveMany } from './slack/serve-many.ts';

const handle = async () => notice('Yes.');
const soon = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 5 });

async function installed(...given: Parameters<typeof serveMany>) {
  const served = await serveMany({ handle, ...given[0] }, given[1], given[2]);
  for (const team of ['T1', 'T2']) await served.install(team);
  const ann = served.someone('UANN', 'T1');
  await served.replies(() => ann.say('quiz'));
  return { ...served, ann, bea: served.someone('UBEA', 'T2') };
}

// biome-ignore format: a table reads down its columns
const ENDS: readonly (readonly [how: string, end: (ann: Person) => Promise<unknown>])[] = [
  ['uninstalled',                     (ann) => ann.send('uninstalled', ann.payloads.uninstalled())],
  ['revoked',                         (ann) => ann.send('revoked', ann.payloads.revoked())],
  ['revoked, then uninstalled',       async (ann) => {
    await ann.send('revoked', ann.payloads.revoked());
    await ann.send('uninstalled', ann.payloads.uninstalled());
  }],
];
test.each(ENDS)('an app that is %s is served no more in that workspace, and on in the other', async (_, end) => {
  const { store, ann, bea, standin, log, replies, install } = await installed();
  revoke(standin.grants, 'T1');
  await end(ann);
  await soon(() => expect(log.at(-1)).toBe('slack: removed from T1'));
  expect(await store.installation('slack', 'T1')).toBeUndefined();
  const { length } = standin.calls;
  await ann.say('quiz');
  await soon(() => expect(log.at(-1)).toBe('slack: a delivery was left, as T1 is not installed'));
  expect(standin.calls).toHaveLength(length);
  expect(await replies(() => bea.say('quiz'))).toMatchObject([{ team: 'T2' }]);
  await install('T1');
  expect(await replies(() => ann.say('quiz'))).toMatchObject([{ team: 'T1' }]);
  expect(log.filter((line) => line.includes('removed'))).toHaveLength(1);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['only tokens of people are revoked',                  (ann: Person) => ann.send('revoked', ann.payloads.revoked({ oauth: ['UANN'] }))],
  ['word comes of a removal before the last installation', (ann: Person) => ann.send('uninstalled', ann.payloads.uninstalled(Date.now() - 60_000))],
])('when %s, the workspace is served on', async (_, happen) => {
  const { ann, replies, log } = await installed();
  expect(await happen(ann)).toMatchObject({ isAcked: true });
  expect(await replies(() => ann.say('quiz'))).toMatchObject([{ team: 'T1' }]);
  expect(log.join()).not.toContain('removed');
});

test('a removal that only another process hears of counts here too', async () => {
  const one = await installed();
  const other = await serveMany({ handle }, {}, { standin: one.standin, store: one.store });
  const ann = other.someone('UANN', 'T1');
  await ann.send('uninstalled', ann.payloads.uninstalled());
  await soon(() => expect(other.log).toContain('slack: removed from T1'));
  await one.ann.say('quiz');
  await soon(() => expect(one.log.at(-1)).toContain('T1 is not installed'));
});

test('a removal that the store cannot keep is logged', async () => {
  const store = await openStore(':memory:');
  const dropInstallation = () => Promise.reject(new Error('planted'));
  const { ann, log } = await installed({ installations: { ...store, dropInstallation } }, {}, { store });
  await ann.send('uninstalled', ann.payloads.uninstalled());
  await soon(() => expect(log.at(-1)).toMatch(/^slack: incident incident-1: Error: planted/));
});
