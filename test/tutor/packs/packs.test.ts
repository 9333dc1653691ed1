import { expect, test } from 'vitest';
import { handleLine } from '../../../src/tutor/handle.ts';
import { contentAt } from '../../../src/tutor/packs/content-at.ts';
import { askable } from '../../../src/tutor/pick-item.ts';
import { roundItems } from '../../../src/tutor/rounds/make-question.ts';
import type { Account } from '../../../src/tutor/store/account.ts';
import { OWN_PACK, ownPackIn } from '../../support/own-pack.ts';
import { aTutor, inWords, START } from '../../support/tutor.ts';

const HERE = { platform: 'discord', space: '1' } as const;
const THERE = { platform: 'discord', space: '2' } as const;
const manages = { standing: async () => ({ manages: true, members: [] }) };

async function aPlace() {
  const { store, deps } = await aTutor();
  const ada = await store.learnerOf({ ...HERE, user: 'ada' }, START);
  const say = async (line: string, account: Account = { ...HERE, user: 'ada' }, venue = manages) =>
    inWords(await handleLine(deps, account, START, line, venue));
  return { store, deps, ada, say, at: (space: typeof HERE | typeof THERE) => contentAt(deps, space) };
}

test('a place without packs of its own has the content of everybody', async () => {
  const { deps, at } = await aPlace();
  expect(await at(HERE)).toBe(deps.content);
});

test('nothing is drawn from a pack that is switched off, in that place only', async () => {
  const { deps, say, at } = await aPlace();
  expect(await say('/pack disable two-parts')).toContain('From now on nothing is drawn from it here.');
  const content = await at(HERE);
  expect([content.items.size, content.labs.size, content.lessons.size, content.lists.labs]).toEqual([0, 0, 0, []]);
  expect(await at(HERE)).toBe(content);
  expect(await at(THERE)).toBe(deps.content);
  expect(await say('/quiz')).toContain('no questions');
  expect(await say('/quiz', { ...THERE, user: 'bob' })).toContain('Two jobs (new)');
  expect(await say('/pack disable two-parts')).toContain('not used here before either');
  expect(await say('/pack enable two-parts')).toContain('From now on it is used here.');
  expect(await at(HERE)).toBe(deps.content);
});

test('what was put before it was switched off can still be responded to', async () => {
  const { say } = await aPlace();
  await say('/quiz jobs');
  await say('/pack disable two-parts');
  const feedback = await say('a');
  expect(feedback).toMatch(/Right|Not right/);
  expect(feedback).toContain('"Two jobs" comes back');
});

test('a pack of its own is drawn from with the others, and borrows from them', async () => {
  const { store, ada, say, at } = await aPlace();
  await ownPackIn(store, HERE, ada);
  const content = await at(HERE);
  expect(content.items.has('ours.how-many')).toBe(true);
  expect((await at(THERE)).items.has('ours.how-many')).toBe(false);
  expect(roundItems(content, ['our-rota']).map(({ id }) => id)).toEqual(['ours.two']);
  expect(await say('/quiz our-rota')).toContain('Who is on call');
  expect(await say('/pack')).toContain('Our own questions');
  expect(await say('/pack info ours')).toContain('1 typed, 1 true false; 0 computed from worlds');
});

test('concepts that another pack needs stay, without questions, and shut nobody out', async () => {
  const { store, ada, say, at } = await aPlace();
  await ownPackIn(store, HERE, ada);
  await say('/pack disable two-parts');
  const content = await at(HERE);
  expect(content.concepts.map(({ id }) => id)).toEqual(['jobs', 'our-rota']);
  expect([...content.items.keys()]).toEqual(['ours.how-many', 'ours.two']);
  expect(askable(content)).toMatchObject([{ id: 'our-rota', requires: [] }]);
  expect(await say('/quiz')).toContain('Who is on call (new)');
});

test('a pack that cannot be used any more is left out, and said to be', async () => {
  const { store, ada, say, at } = await aPlace();
  await ownPackIn(store, HERE, ada);
  await ownPackIn(store, HERE, ada, OWN_PACK.replace('id: ours,', 'id: later,').replace('[two-parts]', '[gone]'));
  expect((await at(HERE)).items.has('ours.two')).toBe(true);
  expect(await say('/pack')).toContain('cannot be used as it is');
});

test('all may look, and only organisers change', async () => {
  const { say } = await aPlace();
  const nobody = { standing: async () => ({ manages: false, members: [] }) };
  const asMember = (line: string) => say(line, { ...HERE, user: 'bob' }, nobody);
  expect(await asMember('/pack')).toContain('Two parts');
  expect(await asMember('/pack info two-parts')).not.toContain('/pack disable');
  expect(await asMember('/pack disable two-parts')).toContain('Only those who organise');
});

test('a pack that is not said, or not known, is asked for', async () => {
  const { say } = await aPlace();
  expect(await say('/pack info')).toContain('Say which pack');
  expect(await say('/pack disable')).toContain('Say which pack');
  expect(await say('/pack info two-part')).toContain('did you mean `two-parts`');
});
