import { expect, test } from 'vitest';
import type { Presentation } from '../../../src/items/presentation.ts';
import { handleLine } from '../../../src/tutor/handle.ts';
import { contentAt } from '../../../src/tutor/packs/content-at.ts';
import { LIMITS } from '../../../src/tutor/packs/limits.ts';
import type { Account } from '../../../src/tutor/store/account.ts';
import { readPresentation } from '../../../src/tutor/stored.ts';
import { content } from '../../support/content.ts';
import { aTutor, inWords, START } from '../../support/tutor.ts';

const HERE = { platform: 'discord', space: '1' } as const;
const DOMAIN = 'quillcove-example.com';
const MADE = [
  `/register ${DOMAIN} hover`,
  `/host create ${DOMAIN} route53`,
  `/record add www.${DOMAIN} A 203.0.113.7 at=route53`,
  `/delegate ${DOMAIN} route53`,
];

/** A place with two organisers, ada and bob, and a learner, cleo; ada has made something in her sandbox. */
async function aPlace(lines: readonly string[] = MADE) {
  const { deps, store } = await aTutor({ content });
  const say = async (user: string, line: string, account: Account = { ...HERE, user }) => {
    const venue = { standing: async () => ({ manages: user !== 'cleo', members: [] }) };
    return inWords(await handleLine(deps, account, START, line, venue));
  };
  for (const line of lines) await say('ada', line);
  const draft = async (line = '/item from-sandbox', user = 'ada') => {
    const words = await say(user, line);
    return { words, id: /Draft +`(#\w+)`/.exec(words)?.[1] ?? '' };
  };
  return { deps, store, say, draft, live: async () => (await contentAt(deps, HERE)).items };
}

test('a question is made of the sandbox, told as commands, with its key', async () => {
  const { draft, live } = await aPlace();
  const { words } = await draft(`/item from-sandbox www.${DOMAIN}`);
  expect(words).toContain(`1. \`/register ${DOMAIN} hover\``);
  expect(words).toMatch(/Right is: (203\.0\.113\.7|[A-C]\) Amazon Route 53)/);
  expect(words).toContain('Amazon Route 53');
  expect(words).toContain('goes live when an organiser other than you approves it');
  expect([...(await live()).keys()].filter((id) => id.startsWith('drafted.'))).toEqual([]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a name that is not there',            MADE,                 `shop.${DOMAIN} A`,                    /Right is: [A-C]\) (NXDOMAIN|Amazon)/],
  ['a type that is not there',            MADE,                 `www.${DOMAIN} MX`,                    /Right is: [A-C]\) (NOERROR|Amazon)/],
  ["a registry's referral",               MADE,                 `www.${DOMAIN} A @a.gtld-servers.net`, /Right is: [A-D]\) a referral/i],
  ['a name that only a wildcard has',     [...MADE, `/record add *.${DOMAIN} TXT hi at=route53`], `any.${DOMAIN} TXT`, /Right is: [A-C]\) (an answer|Amazon)/i],
  ['a zone that nobody is led to',        MADE.slice(0, 3),     `www.${DOMAIN} A`,                     /Right is: [A-C]\) Hover/],
])('of %s is asked what can be known', async (_, made, lookUp, right) => {
  const { draft } = await aPlace(made);
  expect((await draft(`/item from-sandbox ${lookUp}`)).words).toMatch(right);
});

test('a world at the pace of life is asked about at that pace', async () => {
  const made = ['/reset pace=life', ...MADE, '/wait 10s'];
  const { draft, say, live } = await aPlace(made);
  const { words, id } = await draft(`/item from-sandbox www.${DOMAIN}`);
  expect(words).toContain('take their time there, as in life');
  const [, key] = /Right is: (.+)/.exec(words) ?? [];
  expect(key).not.toMatch(/Route 53|203/);
  await say('bob', `/item approve ${id}`);
  expect((await live()).get(`drafted.${id.slice(1)}`)?.scenario?.recorded?.pace).toBe('as-in-life');
});

test('it is about the concept that is named, or one that fits', async () => {
  const { draft } = await aPlace();
  const { words } = await draft(`/item from-sandbox www.${DOMAIN} A @a.gtld-servers.net`);
  expect(words).toMatch(
    /A draft: (Where a zone ends|Referral, answer, or nothing of the kind|Some servers refer, others answer)/,
  );
  expect((await draft('/item from-sandbox concept=two-bills')).words).toContain('A draft: Two jobs, two bills');
});

test('a second organiser puts it live, and never the author', async () => {
  const { say, draft, live, deps } = await aPlace();
  const { id } = await draft();
  const item = `drafted.${id.slice(1)}`;
  expect(await say('ada', `/item approve ${id}`)).toContain('You drafted it yourself, so another organiser');
  expect(await say('cleo', `/item approve ${id}`)).toContain('no such draft here');
  expect((await live()).has(item)).toBe(false);
  expect(await say('bob', '/item list')).toContain('waits for an organiser; drafted by another');
  expect(await say('bob', `/item approve ${id}`)).toContain('from now on it is put to learners here');
  expect(await say('bob', `/item approve ${id}`)).toContain('approved already');
  expect((await live()).has(item)).toBe(true);
  expect((await contentAt(deps, { ...HERE, space: '2' })).items.has(item)).toBe(false);
  expect(await say('bob', '/pack')).toContain('Drafted here');
  expect(await say('bob', `/item withdraw ${id}`)).toContain('put to nobody any more');
  expect((await live()).has(item)).toBe(false);
});

test('what is live is put in the world that was drafted, and can be looked at', async () => {
  const { say, draft, store, live, deps } = await aPlace();
  const { id } = await draft(`/item from-sandbox www.${DOMAIN}`);
  await say('bob', `/item approve ${id}`);
  for (const pack of deps.content.packs.keys()) await say('bob', `/pack disable ${pack}`);
  expect([...(await live()).keys()]).toEqual([`drafted.${id.slice(1)}`]);
  expect(await say('cleo', '/quiz anyway')).toContain(`/register ${DOMAIN} hover`);
  const put = await store.latestPresentation(await store.learnerOf({ ...HERE, user: 'cleo' }, START));
  const { form }: Presentation = readPresentation(put?.body ?? '');
  const key = form.kind === 'typed' ? '203.0.113.7' : 'ABC'[Number(form.key)];
  expect(await say('cleo', `/respond ${key}`)).toContain('Right');
  expect(await say('cleo', `/dig www.${DOMAIN}`)).toContain('203.0.113.7');
});

test('a draft is rejected by an organiser, or withdrawn by its author', async () => {
  const { say, draft } = await aPlace();
  const [one, other] = [await draft(), await draft()];
  expect(await say('ada', `/item reject ${one.id}`)).toContain('You can withdraw it.');
  expect(await say('bob', `/item withdraw ${one.id}`)).toContain('not yours');
  expect(await say('bob', `/item reject ${one.id}`)).toContain('Rejected.');
  expect(await say('bob', `/item approve ${one.id}`)).toContain('rejected already');
  expect(await say('ada', `/item withdraw ${other.id}`)).toContain('Withdrawn.');
  expect(await say('bob', `/item approve ${other.id}`)).toContain('withdrawn already');
  expect(await say('bob', '/item list')).toContain('no drafts');
});

test('learners draft too, and see their own only', async () => {
  const { say, draft } = await aPlace();
  await draft();
  for (const line of MADE) await say('cleo', line);
  const { id } = await draft('/item from-sandbox', 'cleo');
  const seen = await say('cleo', '/item list');
  expect(seen).toContain(id.slice(1));
  expect(seen).not.toContain('by another');
  expect((await say('bob', '/item list')).match(/drafted by another/g)).toHaveLength(2);
});

test('one learner has so many open drafts', async () => {
  const { draft } = await aPlace();
  for (let at = 0; at < LIMITS.openDraftsOfOne; at += 1) expect((await draft()).id).not.toBe('');
  expect((await draft()).words).toContain('more are not kept');
});

test('why no question can be made is said', async () => {
  const { say } = await aPlace([]);
  expect(await say('ada', '/item from-sandbox')).toContain('Nothing was done in your sandbox yet');
  await say('ada', '/wait 2d');
  expect(await say('ada', '/item from-sandbox')).toContain('I find nothing to ask');
  for (let at = 0; at < LIMITS.draftedSteps; at += 1) await say('ada', '/wait 1d');
  expect(await say('ada', '/item from-sandbox')).toContain(`${LIMITS.draftedSteps + 1} things were done`);
  expect(await say('ada', '/item show #nothing')).toContain('no such draft');
  expect(await say('ada', '/item approve')).toContain('Say which draft');
  expect(await say('ada', '/item', { ...HERE, space: 'dm', user: 'ada' })).toContain('Drafts belong to a server');
});
