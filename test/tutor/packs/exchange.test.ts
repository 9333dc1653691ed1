import { expect, test } from 'vitest';
import { ok } from '../../../src/base/result.ts';
import { handleLine } from '../../../src/tutor/handle.ts';
import type { Reply } from '../../../src/tutor/reply.ts';
import type { Account } from '../../../src/tutor/store/account.ts';
import { OWN_PACK } from '../../support/own-pack.ts';
import { aTutor, inWords, START } from '../../support/tutor.ts';

const HERE: Account = { platform: 'discord', space: '1', user: 'ada' };

async function aPlace() {
  const { deps } = await aTutor();
  const files = new Map<string, string>();
  const venue = {
    standing: async () => ({ manages: true, members: [] }),
    fetch: async (name: string) => ok({ name, octets: Buffer.from(files.get(name) ?? '') }),
  };
  const reply = (line: string, account = HERE) => handleLine(deps, account, START, line, venue);
  /** Sends a file, adds what it shows, and gives what was shown. */
  const add = async (name: string, text: string) => {
    files.set(name, text);
    const shown = await reply(`/pack add file=${name}`);
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

test('only organisers export', async () => {
  const { deps } = await aTutor();
  expect(inWords(await handleLine(deps, HERE, START, '/pack export two-parts'))).toContain('Only those who organise');
});
