import { expect, test } from 'vitest';
import type { Presentation, PresentedForm } from '../../src/items/presentation.ts';
import { VALUE_TYPES, type Value } from '../../src/items/value.ts';
import { putItem, responseChoices } from '../../src/tutor/put-item.ts';
import { aTutor, inWords, rightResponse } from '../support/tutor.ts';

const options = ['Red', 'Green', 'Blue', 'White'].map((text) => ({ text }));
const typed = (type: Value['type']): PresentedForm => ({ kind: 'typed', key: { type } as Value, tempting: [] });
const put = (form: PresentedForm, story: readonly string[] = []) =>
  putItem('p1', 'Colours', { story, stem: 'Which?', form } as unknown as Presentation);

// biome-ignore format: a table reads down its columns
test.each([
  ['one of several', { kind: 'single-choice', options, key: 0 },            'Type: a–d to respond · /hint'],
  ['several',        { kind: 'select-all', options, key: [0] },             'Type: a–d to respond, all that apply, with a space between · /hint'],
  ['an order',       { kind: 'order', options, key: [0, 1, 2, 3], tempting: [] }, 'Type: your response, such as d c b a · /hint'],
  ['an address',     typed('address'),                                      'Type: your response, an IP address · /hint'],
  ['a word',         typed('section'),                                      'One of: answer, authority, additional, none.\n\nType: your response, one of those words · /hint'],
] as const)('how to respond is said once: %s', (_, form, words) => {
  const said = inWords(put(form));
  expect(said.endsWith(`\n\n${words}`)).toBe(true);
  expect(said).not.toMatch(/Choose|as in|^Type (?!:)/m);
});

test.each(VALUE_TYPES)('a form for a value of type %s asks to type, and hints at no value', (type) => {
  expect(responseChoices('p1', typed(type))).toMatchObject([
    { kind: 'form', label: 'Type your response', placeholder: expect.stringMatching(/\w/), command: '/respond #p1 {}' },
    { kind: 'button', label: 'Hint (comes back sooner)', command: '/hint #p1 1' },
  ]);
});

test('an order is asked for with as many letters as there are options', () => {
  for (const count of [2, 3, 5]) {
    const form = { kind: 'order', options: options.concat(options).slice(0, count), key: [], tempting: [] } as const;
    const [choice] = responseChoices('p1', form);
    expect(choice).toMatchObject({ label: 'Put them in order' });
    const letters = choice?.kind === 'form' ? choice.placeholder.replace('such as ', '').split(' ') : [];
    expect(letters.toReversed()).toEqual(['a', 'b', 'c', 'd', 'e'].slice(0, count));
  }
});

test('a story is told step by step, and one of a single step without a number', () => {
  expect(inWords(put(typed('count'), ['Ada does this.', 'Ada does that.']))).toContain(
    '1. Ada does this.\n2. Ada does that.\n\nWhich?',
  );
  expect(inWords(put(typed('count'), ['Ada does this.']))).toContain('\nAda does this.\n\nWhich?');
});

test.each(['jobs', 'delegation', 'fees'])(
  'of %s, what cannot be read can be put right where it stands',
  async (concept) => {
    const tutor = await aTutor();
    const asked = await tutor.reply(`/quiz ${concept}`);
    const unread = await tutor.reply('???');
    expect(unread.choices).toEqual(asked.choices);
    expect((await tutor.reply('/why')).choices).toEqual(asked.choices);
    const { id, ...presentation } = await tutor.lastPut();
    expect(await tutor.say(`/respond #${id} ${rightResponse({ ...presentation })}`)).toContain('Right.');
  },
);
