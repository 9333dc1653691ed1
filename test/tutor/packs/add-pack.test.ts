import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fail, ok } from '../../../src/base/result.ts';
import { handleLine } from '../../../src/tutor/handle.ts';
import { LIMITS } from '../../../src/tutor/packs/limits.ts';
import type { Reply } from '../../../src/tutor/reply.ts';
import { tooLarge } from '../../../src/tutor/sent-file.ts';
import type { Venue } from '../../../src/tutor/venue.ts';
import { BAD_PACKS } from '../../support/bad-packs.ts';
import { OWN_PACK } from '../../support/own-pack.ts';
import { aTutor, inWords, START } from '../../support/tutor.ts';

const HERE = { platform: 'discord', space: '1' } as const;

/** A place whose organisers send what the files of the test hold. */
async function aPlace(files: Readonly<Record<string, Uint8Array>> = {}) {
  const { deps, store } = await aTutor();
  const venue: Venue = {
    standing: async () => ({ manages: true, members: [] }),
    async fetch(name, most) {
      const octets = files[name];
      if (!octets) return fail('There is no such file.');
      return octets.length > most ? fail(tooLarge(octets.length, most)) : ok({ name, octets });
    },
  };
  const reply = (line: string, user = 'ada', where = venue) => handleLine(deps, { ...HERE, user }, START, line, where);
  const say = async (line: string, user?: string) => inWords(await reply(line, user));
  return { deps, store, reply, say };
}

const commandOf = ({ choices }: Reply, label: string): string => {
  const found = choices.find((choice) => choice.kind === 'button' && choice.label === label);
  if (found?.kind !== 'button') throw new Error(`no button ${label}`);
  return found.command;
};

test.each(BAD_PACKS)('$what is not added, and why is said', async ({ octets, said }) => {
  const { say, store } = await aPlace({ sent: octets });
  expect(await say('/pack add file=sent')).toContain(said);
  expect((await store.packsAt(HERE)).own).toEqual([]);
});

test('a pack is shown with two of its questions, and added by a button, once', async () => {
  const { reply, say } = await aPlace();
  const shown = await reply(`/pack add ${OWN_PACK}`);
  expect(inWords(shown)).toContain('Not added yet: Our own questions');
  expect(inWords(shown)).toContain('How many of us are on call?');
  expect(inWords(shown)).toContain('Right is: B) False. Three are.');
  expect(await say('/quiz our-rota')).not.toContain('on call?');
  const add = commandOf(shown, 'Add it here');
  expect(await say(add)).toContain('Added. From now on it is used here.');
  expect(await say(add)).toContain('It was added already.');
  expect(await say('/quiz our-rota')).toContain('on call');
});

test('the next one of its name takes its place, and it can be removed', async () => {
  const { reply, say, store } = await aPlace();
  await say(commandOf(await reply(`/pack add ${OWN_PACK}`), 'Add it here'));
  const next = await reply(`/pack add ${OWN_PACK.replace('Our own questions', 'Better ones')}`);
  expect(inWords(next)).toContain('Replaces');
  await say(commandOf(next, 'Add it here'));
  expect(await say('/pack')).toContain('Better ones');
  expect((await store.packsAt(HERE)).own).toHaveLength(1);
  expect(await say('/pack remove ours')).toContain('Removed.');
  expect(await say('/pack')).not.toContain('Better ones');
  expect(await say('/pack remove two-parts')).toContain('was not added here');
});

test('what was sent before something else was sent is gone', async () => {
  const { reply, say } = await aPlace();
  const add = commandOf(await reply(`/pack add ${OWN_PACK}`), 'Add it here');
  await reply(`/pack add ${OWN_PACK}`);
  expect(await say(add)).toContain('not there any more');
  expect(await say('/pack keep')).toContain('not there any more');
});

test('a place keeps so many packs and no more', async () => {
  const { reply, say, store } = await aPlace();
  const called = (id: string) =>
    OWN_PACK.replace('id: ours,', `id: ${id},`)
      .replaceAll('ours.', `${id}.`)
      .replaceAll('our-rota', `${id}-rota`)
      .replaceAll('always-two', `${id}-two`);
  const add = async (id: string) => say(commandOf(await reply(`/pack add ${called(id)}`), 'Add it here'));
  for (let at = 0; at < LIMITS.packs; at += 1) expect(await add(`p${at}`)).toContain('Added.');
  expect(await add('one-more')).toContain(`There are ${LIMITS.packs} packs of your own here`);
  expect((await store.packsAt(HERE)).own).toHaveLength(LIMITS.packs);
});

test('all that is wrong is said at once, and a long list stands in a file', async () => {
  const { reply } = await aPlace();
  const items = Array.from({ length: 40 }, (_, at) => `  - { id: ours.n${at}, kind: true-false, concept: nothing }`);
  const said = await reply(`/pack add ${OWN_PACK.replace(/items:[\s\S]*/, `items:\n${items.join('\n')}`)}`);
  const file = said.blocks.find((block) => block.kind === 'file');
  expect(inWords(said)).toContain('things to mend');
  expect(new Set(file?.kind === 'file' ? file.text.match(/^line \d+/gm) : [])).toHaveLength(40);
});

test('a built-in pack keeps its name', async () => {
  const { say } = await aPlace();
  expect(await say(`/pack add ${OWN_PACK.replace('id: ours,', 'id: two-parts,')}`)).toContain(
    'Another pack is called `two-parts`; choose another id.',
  );
});

test('as many questions as a pack may have', async () => {
  const items = Array.from(
    { length: LIMITS.items + 1 },
    (_, at) =>
      `  - { id: ours.n${at}, kind: true-false, concept: our-rota, stem: Is it ${at}?, holds: true, misconception: always-two, rationale: Yes., sources: [RFC 1 §1] }`,
  );
  const { say } = await aPlace({ sent: Buffer.from(OWN_PACK.replace(/items:[\s\S]*/, `items:\n${items.join('\n')}`)) });
  expect(await say('/pack add file=sent')).toContain(
    `This is question ${LIMITS.items + 1}, and a pack may have ${LIMITS.items}.`,
  );
});

test('no more may happen in a question than can be done in many worlds', async () => {
  const crowd = `{ tells: Much happens., do: [${'{ wait: 1d }, '.repeat(LIMITS.happenings + 1)}] }`;
  const scenario = `scenario: { architecture: both, stage: settled, since: [${crowd}] }`;
  const sent = OWN_PACK.replace('    kind: typed\n', `    kind: typed\n    ${scenario}\n`);
  const { say } = await aPlace({ sent: Buffer.from(sent) });
  expect(await say('/pack add file=sent')).toContain(`line 12, items.0: ${LIMITS.happenings + 1} things happen`);
});

test('only organisers add, and whoever sends nothing is told how', async () => {
  const { reply, say } = await aPlace();
  expect(await say('/pack add')).toContain('Attach the file as `file`');
  const nobody: Venue = { standing: async () => ({ manages: false, members: [] }) };
  expect(inWords(await reply(`/pack add ${OWN_PACK}`, 'bob', nobody))).toContain('Only those who organise');
  expect(inWords(await reply('/pack keep offer=x', 'bob', nobody))).toContain('Only those who organise');
});

/** The pack with some of its lines gone, doubled, moved in, or with something odd in them. */
const aMangledPack = fc
  .array(
    fc.tuple(
      fc.nat(OWN_PACK.split('\n').length - 1),
      fc.constantFrom(
        '',
        '  ',
        '{',
        '}',
        '- ',
        ': ',
        '[',
        '*a',
        '&a ',
        '!!set ',
        '{{',
        '\0',
        '"',
        '|',
        '%',
        '{=registrar} ',
        '\t',
      ),
      fc.nat(30),
      fc.constantFrom('put', 'gone', 'twice'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) => {
    const lines = OWN_PACK.split('\n');
    for (const [at, odd, place, how] of changes) {
      const line = lines[at] ?? '';
      const put = line.slice(0, place) + odd + line.slice(place);
      lines[at] = how === 'put' ? put : how === 'gone' ? '' : `${line}\n${line}`;
    }
    return lines.join('\n');
  });

test('whatever is sent, nothing breaks, and nothing is added by it', async () => {
  await fc.assert(
    fc.asyncProperty(aMangledPack, async (sent) => {
      const { say, store } = await aPlace({ sent: Buffer.from(sent) });
      expect(await say('/pack add file=sent')).toMatch(/Nothing was added|Not added yet|is no text/);
      expect((await store.packsAt(HERE)).own).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
