import { expect, test } from 'vitest';
import { letterOf } from '../../src/items/presentation.ts';
import { lettered } from '../../src/moves/lettered.ts';
import { content } from '../support/content.ts';
import { aTutor } from '../support/tutor.ts';

const said = async (line: string): Promise<string> => (await (await aTutor({ content })).say(line)).replaceAll('`', '');
const flat = async (line: string): Promise<string> => (await said(line)).replaceAll(/\s+/g, ' ');

const MOVE = content.moves.get('hosting-in-use')!;
const lettersOf = (order: readonly string[]): string => {
  const steps = lettered(MOVE);
  return order.map((id) => letterOf(steps.findIndex((step) => step.id === id)).toLowerCase()).join(' ');
};
const RIGHT = lettersOf(MOVE.steps.map(({ id }) => id));
const WRONG = MOVE.wrong[0]!;

test('the moves are listed, with what each is about', async () => {
  for (const line of ['/move', '/move list']) {
    const listed = await flat(line);
    for (const { id, title, about } of content.moves.values()) {
      expect(listed).toContain(`${title} (${id})`);
      expect(listed).toContain(about.split(' ').slice(0, 4).join(' '));
    }
  }
});

test('a move is put with its steps in no order, and what must not break', async () => {
  const put = await said('/move hosting-in-use');
  expect(put).toContain('50 resolvers look up');
  expect(put.match(/^ {2}[A-E]\) /gm)).toHaveLength(MOVE.steps.length);
  expect(put).toContain('/move hosting-in-use <your words>');
  expect(put).not.toContain(RIGHT);
  expect(await said(`/move ${MOVE.title}`)).toContain('in no order');
});

test('the right order costs nobody anything', async () => {
  const played = await flat(`/move hosting-in-use ${RIGHT}`);
  expect(played).toContain('✔ That is the right order.');
  expect(played).toContain('Your order None of 50 resolvers was without an answer.');
  expect(await flat(`/move hosting-in-use ${RIGHT.replaceAll(' ', '')}`)).toContain('✔ That is the right order.');
});

test('a wrong order is played all the same, its outage beside that of the right one, and why it tempts', async () => {
  const played = await flat(`/move hosting-in-use ${lettersOf(WRONG.order)}`);
  expect(played).toContain('✘ This order costs 1d22h45m more at the worst resolver.');
  expect(WRONG.outage).toBe(46 * 60 + 45);
  expect(played).toContain('The resolver that had it worst was without for 1d22h45m. 10 of 50 were without');
  expect(played).toContain('It hits all 10 that are like @isp. All of them say the same after');
  expect(played).toContain(`The right order ${RIGHT.toUpperCase()}: None of 50`);
  expect(played).toContain(`Why it tempts: ${WRONG.tempts.trim().slice(0, 30)}`);
});

test('a step that is refused is told with the reason of the party', async () => {
  const first = lettersOf(['delegate', 'create', 'copy', 'wait', 'delete']);
  const played = await flat(`/move hosting-in-use ${first}`);
  expect(played).toContain('goes on when we stop looking');
  expect(played).toMatch(/✘ 1 step could not be done in this order, so the move is not complete\./);
  expect(played).toMatch(/1\. [A-E] Felix sets the name servers .* Refused: Amazon Route 53 says: no such hosted zone/);
});

test('the right order can be walked, step by step', async () => {
  const first = await flat('/move walk hosting-in-use');
  expect(first).toContain('step 1 of 5');
  expect(first).toContain("In hand: whoever has the DNS host's login.");
  expect(first).toContain('creates zone Z2');
  expect(first).toContain('All 50 resolvers get what they should.');
  expect(first).toContain('/move walk hosting-in-use 2');
  expect(await flat('/move hosting-in-use walk 3')).toMatch(/step 3 of 5.*Verisign \(registry\) publishes/);
  const last = await flat('/move walk hosting-in-use 99');
  expect(last).toContain('step 5 of 5');
  expect(last).toContain('Orders that tempt:');
  expect(last).toContain('It costs 1d22h45m at the worst resolver.');
  expect(last).toContain('/move walk hosting-in-use 4');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['/move hosting-in-us',          'There is no move hosting-in-us. Did you mean hosting-in-use'],
  ['/move nowhere at all',         'There is no move nowhere at all. /move list shows what there is.'],
  ['/move hosting-in-use c a',     'That names 2 steps, and there are 5. Type every letter from A to E once.'],
  ['/move hosting-in-use c c a b d', 'That names 4 steps, and there are 5.'],
  ['/move hosting-in-use perhaps', 'I cannot read perhaps as an order. Type the 5 letters, A to E, each once.'],
  ['/move walk nowhere',           'There is no move nowhere.'],
])('%s is answered with what to type instead', async (line, wanted) => {
  expect(await flat(line)).toContain(wanted);
});

test('a step that takes what is not there yet is said to be too early', async () => {
  const move = content.moves.get('subdomain')!;
  const steps = lettered(move);
  const letters = ['delegate', 'create', 'fill', 'tidy'].map((id) =>
    letterOf(steps.findIndex((step) => step.id === id)),
  );
  expect(await flat(`/move subdomain ${letters.join(' ')}`)).toContain('Not possible yet: what it takes is not there.');
});
