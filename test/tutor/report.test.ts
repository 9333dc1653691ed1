import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { handleLine } from '../../src/tutor/handle.ts';
import type { Reply } from '../../src/tutor/reply.ts';
import { readPresentation } from '../../src/tutor/stored.ts';
import type { Venue } from '../../src/tutor/venue.ts';
import { school } from '../support/school.ts';
import { aTutor, inWords, rightResponse, START, wrongResponse } from '../support/tutor.ts';

const ORGANISES: Venue = { standing: async () => ({ manages: true, members: [] }), channel: 'C1' };
const LEARNS: Venue = { standing: async () => ({ manages: false, members: [] }), channel: 'C1' };

/** A study group: `boss` organises, everyone else learns. */
async function aGroup() {
  const { store, deps } = await aTutor();
  const reply = (line: string, user = 'U1', space = 'T1') =>
    handleLine(deps, { platform: 'slack', space, user }, START, line, user === 'boss' ? ORGANISES : LEARNS);
  const say = async (line: string, user?: string, space?: string) => inWords(await reply(line, user, space));
  const learner = (user = 'U1') => store.learnerOf({ platform: 'slack', space: 'T1', user }, START);
  const asked = async (item: string, user = 'U1') => {
    for (;;) {
      await reply(`/quiz ${school.items.get(item)?.concept}`, user);
      const put = await store.latestPresentation(await learner(user));
      const presentation = put && readPresentation(put.body);
      if (put && presentation?.item === item) return { ...presentation, id: put.id };
    }
  };
  return { store, reply, say, learner, asked };
}
const commandOf = ({ choices }: Reply, label: string): string => {
  const found = choices.find((choice) => choice.label === label);
  if (found?.kind !== 'button') throw new Error(`no button ${label} among ${choices.map((each) => each.label)}`);
  return found.command;
};

describe('/report', () => {
  test('asks what is wrong in a form, keeps it, and adds what is said later', async () => {
    const { reply, say, asked, store, learner } = await aGroup();
    const put = await asked('jobs.who-answers');
    const feedback = await reply(`/respond #${put.id} ${wrongResponse(put)}`);
    const form = feedback.choices.find(({ label }) => label === 'Report');
    if (form?.kind !== 'form') throw new Error('no form');
    expect(form).toMatchObject({ command: `/report #${put.id} {}`, typed: '/report' });
    const [asking] = (await reply(`/report #${put.id}`)).choices;
    expect(asking).toMatchObject({ kind: 'form', command: form.command });
    const words = await say(form.command.replace('{}', 'Two options are right.'));
    expect(words).toContain('Reported, thank you. Whoever organises here sees the question as it was put');
    expect(words).toContain('but not your name');
    expect(await say(`/report #${put.id} Two options are right.`)).toContain('You have said just that already');
    expect(await say('/report And the stem is unclear.')).toContain('Added to your report, which is open still.');
    expect((await store.reportsBy(await learner())).map((each) => each.words)).toEqual([
      ['Two options are right.', 'And the stem is unclear.'],
    ]);
  });

  test('alone it shows what became of each, and to nobody else', async () => {
    const { say, asked } = await aGroup();
    expect(await say('/report')).toContain('You have not reported anything.');
    const put = await asked('jobs.who-answers');
    await say('/report It is `wrong`');
    expect(await say('/report')).toMatch(/2026-03-01, report, "Two jobs" +“It is 'wrong'”\n +open/);
    await say('/reports right', 'boss');
    expect(await say('/report')).toContain('settled: the question is right as it is');
    expect(await say('/report', 'U2')).toContain('You have not reported anything.');
    expect(await say(`/report #${put.id} Still wrong.`)).toContain('Reported, thank you.');
  });

  test('a question that is open still can be reported', async () => {
    const { say, asked } = await aGroup();
    await asked('jobs.who-answers');
    await say('/report I do not understand it');
    expect(await say('/reports', 'boss')).toMatch(/A learner said +nothing yet/);
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['nothing asked yet',      '/report it is wrong',             'I have not asked you anything yet'],
    ['an unknown question',    '/report #zzz it is wrong',        'You have no question `#zzz`.'],
    ['too many words',         `/report ${'x'.repeat(1001)}`,     'That is too long: say it in at most 1,000 characters.'],
  ])('says so of %s', async (_, line, words) => {
    const { say, asked } = await aGroup();
    if (line.length > 1000) await asked('jobs.who-answers');
    expect(await say(line)).toContain(words);
  });

  test('without words it says what to say, and about which question', async () => {
    const { say, asked } = await aGroup();
    const put = await asked('jobs.who-answers');
    expect(await say(`/report #${put.id}`)).toContain(`Say what is wrong with this question: ${put.stem}`);
  });
});

describe('/appeal', () => {
  test('is made of what was typed, and an accepted one makes it right', async () => {
    const { reply, say, asked, store, learner } = await aGroup();
    const put = await asked('fees.zone');
    const feedback = await reply(`/respond #${put.id} 0.55`);
    const aside = feedback.choices.find(({ label }) => label === 'Appeal');
    expect(aside).toMatchObject({ kind: 'form', command: `/appeal #${put.id} {}`, typed: '/appeal' });
    const asking = await reply(`/appeal #${put.id}`);
    expect(inWords(asking)).toMatch(/You said +`0.55`/);
    expect(asking.choices[0]).toMatchObject({ kind: 'form', command: `/appeal #${put.id} {}` });
    expect(await say(`/appeal #${put.id} I meant with tax`)).toContain('Your appeal is made.');

    const queued = await reply('/reports', 'boss');
    expect(inWords(queued)).toMatch(
      /Appeal, 1 of 1 open[\s\S]*Right is +US\$0.50[\s\S]*A learner said +`0.55`[\s\S]*Judged +not right[\s\S]*“I meant with tax”/,
    );
    expect(await say(commandOf(queued, 'Accept the appeal'), 'boss')).toContain(
      'the response counts as right from now on',
    );
    expect(await store.reviewOf(put.id)).toMatchObject({ verdict: 'correct', score: 1 });
    expect((await store.memories(await learner())).get('fees')).toMatchObject({ lastRating: 'good' });
    expect(await say('/report')).toContain('accepted: your response counts as right');
    expect(await say(`/appeal #${put.id} again`)).toContain('That counts as right already.');
    expect(await say('/scores')).toMatch(/1 of 1 response/);
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['a question with options',   'jobs.who-answers', 'wrong', 'An appeal is about what you typed'],
    ['what was right',            'fees.zone',        'right', 'That counts as right already.'],
    ['what is open still',        'fees.zone',        'none',  'You have not responded to that question yet'],
  ] as const)('says so of %s', async (_, item, response, words) => {
    const { say, asked } = await aGroup();
    const put = await asked(item);
    if (response !== 'none') await say(response === 'right' ? rightResponse(put) : wrongResponse(put));
    expect(await say(`/appeal #${put.id} I meant it`)).toContain(words);
  });

  test('says so where nothing was asked, or not of them', async () => {
    const { say, asked } = await aGroup();
    expect(await say('/appeal x')).toContain('I have not asked you anything yet.');
    const put = await asked('fees.zone');
    expect(await say(`/appeal #${put.id} x`, 'U2')).toContain('You have no question');
  });
});

describe('/reports', () => {
  test('is for organisers', async () => {
    const { say } = await aGroup();
    expect(await say('/reports')).toContain('is for those who organise');
  });

  test('an empty queue is said to be', async () => {
    const { say } = await aGroup();
    for (const line of ['/reports', '/reports next', '/reports right', '/reports export'])
      expect(await say(line, 'boss')).toContain('No report is open here.');
  });

  test('shows one at a time as it was put, oldest first, the key marked, and nobody named', async () => {
    const { reply, say, asked } = await aGroup();
    const put = await asked('jobs.who-answers', 'U1');
    await say(wrongResponse(put), 'U1');
    await say('/report first', 'U1');
    await asked('fees.parts', 'U2');
    await say('/report second', 'U2');
    const oldest = await reply('/reports', 'boss');
    const words = inWords(oldest);
    expect(words).toContain('Report, 1 of 2 open');
    expect(words).toContain(put.stem);
    if (put.form.kind !== 'single-choice') throw new Error('no choice');
    expect(words).toContain(`${put.form.options[put.form.key]?.text} (right)`);
    expect(words).toContain('“first”');
    expect(words).toContain('`jobs.who-answers` of the pack `two-parts`');
    expect(JSON.stringify(oldest)).not.toContain('U1');
    const next = await reply(commandOf(oldest, 'Next'), 'boss');
    expect(inWords(next)).toContain('“second”');
    expect(inWords(await reply(commandOf(next, 'Next'), 'boss'))).toContain('“first”');
  });

  test('names who let themselves be shown', async () => {
    const { say, asked } = await aGroup();
    await asked('jobs.who-answers');
    await say('/settings shown on');
    expect(await say('/report it is wrong')).toContain('with your name');
    expect(await say('/reports', 'boss')).toContain('From: @U1');
  });

  test('settles one and goes on to the next; a second press says that it was settled', async () => {
    const { reply, say, asked } = await aGroup();
    for (const [user, words] of [
      ['U1', 'first'],
      ['U2', 'second'],
    ] as const) {
      await asked('jobs.who-answers', user);
      await say(`/report ${words}`, user);
    }
    const oldest = await reply('/reports', 'boss');
    const pressed = commandOf(oldest, 'Settle: will be mended');
    const settled = await say(pressed, 'boss');
    expect(settled).toContain('settled, the learner is thanked');
    expect(settled).toContain('“second”');
    expect(await say(pressed, 'boss')).toContain('That report was settled already.');
    expect(await say('/reports right', 'boss')).toContain('No other report is open here.');
    expect(await say(pressed, 'boss')).toMatch(/settled already\.\n\nNo other report/);
  });

  test('of two that settle one at once, one does', async () => {
    const { reply, say, asked } = await aGroup();
    await asked('jobs.who-answers');
    await say('/report it is wrong');
    const oldest = await reply('/reports', 'boss');
    const pressed = ['Settle: will be mended', 'Settle: right as it is'].map((label) => commandOf(oldest, label));
    const told = await Promise.all(pressed.map((line) => say(line, 'boss')));
    expect(told.filter((words) => words.includes(': settled, the'))).toHaveLength(1);
    expect(told.filter((words) => words.includes('That report was settled already.'))).toHaveLength(1);
  });

  // biome-ignore format: a table reads down its columns
  test.each([
    ['an unknown report',                 '/reports #zzz',         'There is no report `#zzz` here.'],
    ['an unknown one to settle',          '/reports right #zzz',   'There is no report `#zzz` here.'],
    ['a report accepted as an appeal',    '/reports accept',       'Only an appeal can be accepted, and this is a report.'],
    ['an action that there is not',       '/reports delete',       '`/reports`'],
  ])('says so of %s', async (_, line, words) => {
    const { say, asked } = await aGroup();
    await asked('jobs.who-answers');
    await say('/report it is wrong');
    expect(await say(line, 'boss')).toContain(words);
  });

  test('what is reported in one workspace is not seen in another', async () => {
    const { say, asked } = await aGroup();
    await asked('jobs.who-answers');
    await say('/report it is wrong');
    expect(await say('/reports', 'boss', 'T2')).toContain('No report is open here.');
  });

  test('all are exported with what builds their worlds again, and with no name', async () => {
    const { reply, say, asked } = await aGroup();
    const put = await asked('jobs.who-answers');
    await say(wrongResponse(put));
    const words = 'It’s "wrong": \\ # {x} `y`\u2028\u0085 🌍 - [a]';
    await say(`/report ${words}`);
    await asked('fees.parts');
    await say('/report second');
    const [file] = (await reply('/reports export', 'boss')).blocks;
    if (file?.kind !== 'file') throw new Error('no file');
    expect(file.name).toBe('reports.yaml');
    expect(parse(file.text)).toMatchObject([
      {
        ...{ kind: 'report', pack: 'two-parts', item: 'jobs.who-answers', recipe: put.recipe },
        ...{ response: wrongResponse(put), verdict: 'incorrect', hints: 0, words: [words] },
      },
      { item: 'fees.parts', words: ['second'] },
    ]);
    expect(file.text).not.toContain('U1');
  });
});
