import { expect, test } from 'vitest';
import { readDeckApart } from '../../../src/anki/read-apart.ts';
import { ok } from '../../../src/base/result.ts';
import { handleLine } from '../../../src/tutor/handle.ts';
import type { Reply } from '../../../src/tutor/reply.ts';
import type { Account } from '../../../src/tutor/store/account.ts';
import { aDeck, packaged } from '../../support/deck.ts';
import { OWN_PACK } from '../../support/own-pack.ts';
import { aTutor, inWords, START } from '../../support/tutor.ts';

const HERE: Account = { platform: 'discord', space: '1', user: 'ada' };

const octetsOf = (file: string | Uint8Array): Uint8Array => (typeof file === 'string' ? Buffer.from(file) : file);

async function aPlace() {
  const { deps: bare } = await aTutor();
  const deps = { ...bare, readDeck: readDeckApart };
  const files = new Map<string, string | Uint8Array>();
  const venue = {
    standing: async () => ({ manages: true, members: [] }),
    fetch: async (name: string) => ok({ name, octets: octetsOf(files.get(name) ?? '') }),
  };
  const reply = (line: string, account = HERE) => handleLine(deps, account, START, line, venue);
  /** Sends a file, adds what it shows, and gives what was shown. */
  const add = async (name: string, text: string | Uint8Array) => {
    files.set(name, text);
    const shown = await reply(`/pack add file="${name}"`);
    const keep = shown.choices.find((choice) => choice.kind === 'button' && choice.label === 'Add it here');
    if (keep?.kind === 'button') await reply(keep.command);
    return inWords(shown);
  };
  return { reply, add, say: async (line: string) => inWords(await reply(line)) };
}

const fileIn = ({ blocks }: Reply): string => {
  const file = blocks.find((block) => block.kind === 'file');
  return file?.kind === 'file' ? file.text : '';
};

test('a pack that was added is exported as it was sent, and is the same when it is added again', async () => {
  const { reply, add, say } = await aPlace();
  await add('ours.yaml', OWN_PACK);
  const document = fileIn(await reply('/pack export ours'));
  expect(document).toBe(OWN_PACK);
  await say('/pack remove ours');
  expect(await add('again.yaml', document)).toContain('Not added yet: Our own questions');
  expect(fileIn(await reply('/pack export ours as=yaml'))).toBe(OWN_PACK);
});

test.each(['csv', 'anki'])('what is exported as %s can be added again, as questions with typed keys', async (as) => {
  const { reply, add, say } = await aPlace();
  await add('ours.yaml', OWN_PACK);
  const text = fileIn(await reply(`/pack export ours as=${as}`));
  expect(await add(`back.${as === 'csv' ? 'csv' : 'txt'}`, text)).toContain('2: 1 typed, 1 true false');
  expect(await say('/pack')).toMatch(/back|Our own questions/);
  expect(fileIn(await reply(`/pack export ${as === 'csv' ? 'back' : 'back'} as=gift`))).toContain(
    'How many of us are on call?',
  );
});

test('rows that cannot be questions are left out and listed, and the rest is offered', async () => {
  const { add, say } = await aPlace();
  const shown = await add(
    'mixed.csv',
    'question,key,sources,concept\nHow many?,3,RFC 1 §1,jobs\nWho?,The registry,RFC 1 §1,jobs\nWhy?,,,\n',
  );
  expect(shown).toContain('Not added yet: mixed');
  expect(shown).toContain('3 things kept rows from being questions');
  expect(shown).toContain('line 3: its key is free text');
  expect(shown).toMatch(/line 4: it has no key[\s\S]*line 4: it has no source/);
  expect(await say('/pack info mixed')).toContain('1: 1 typed');
});

test('a table of which nothing can be made is refused, line by line', async () => {
  const { add } = await aPlace();
  expect(await add('bad.csv', 'question,key\nWho?,5\n')).toContain('line 2: it has no source');
  expect(await add('bad.csv', 'question,key,sources\n')).toContain('no row below the columns');
  expect(await add('bad.csv', 'question,answer\nWho?,5\n')).toContain('there is no column `answer`');
  expect(await add('bad.csv', 'question,key,sources\n"Who is {nobody}?",5,RFC 1 §1\nWhat?,6,RFC 1 §1\n')).toContain(
    'line 2: ',
  );
});

test('on Slack it comes a page at a time, and says what is right is in it', async () => {
  const { reply } = await aPlace();
  const said = await reply('/pack export two-parts as=gift', { ...HERE, platform: 'slack' });
  expect(inWords(said)).toContain('keep it from those who have yet to respond');
  expect(fileIn(said).match(/^::/gm)?.length).toBeLessThanOrEqual(12);
});

test('a deck of Anki is read, and its notes that are no questions are listed', async () => {
  const { add, say } = await aPlace();
  const deck = packaged({
    'collection.anki2': aDeck([
      ['Where is it?\x1f192.0.2.1<br>So.<br>Sources: RFC 5737 §3', 'jobs'],
      ['Who says so?\x1fThe registry<br>Sources: RFC 5737 §3', 'jobs'],
    ]),
  });
  const shown = await add('Our deck.apkg', deck);
  expect(shown).toContain('Not added yet: Our deck');
  expect(shown).toContain('note 2: its key is free text');
  expect(await say('/pack info our-deck')).toContain('1: 1 typed');
  expect(await add('bad.apkg', Buffer.from('PK'))).toContain('no deck that Anki exports');
});

test('a question that has a world is put in as many as are wanted', async () => {
  const { reply } = await aPlace();
  const rows = async (words: string) =>
    fileIn(await reply(`/pack export two-parts as=csv ${words}`)).split('\r\n').length;
  const [one, three, many] = [await rows('worlds=1'), await rows(''), await rows('worlds=500')];
  expect(three).toBeGreaterThan(one);
  expect(many).toBeGreaterThan(three);
});

test('only organisers export', async () => {
  const { deps } = await aTutor();
  expect(inWords(await handleLine(deps, HERE, START, '/pack export two-parts'))).toContain('Only those who organise');
});
