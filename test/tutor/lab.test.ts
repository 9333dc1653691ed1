import { expect, test } from 'vitest';
import { displayName } from '../../src/dns/name.ts';
import { openLab } from '../../src/tutor/labs/open-lab.ts';
import { aTutor, type Tutor } from '../support/tutor.ts';

/** A tutor in whose lab anna is, with the names of its world. */
async function inLab(lab = 'lead-them-there') {
  const tutor = await aTutor();
  const told = await tutor.say(`/lab start ${lab}`);
  const { cast, host } = await castOf(tutor);
  return { ...tutor, told, cast, host, domain: displayName(cast.domain) };
}

async function castOf(tutor: Tutor) {
  const learner = await tutor.learner();
  const [run] = await tutor.store.labRuns(learner);
  const open = run && (await openLab({ ...tutor.deps, learner } as never, run));
  if (!open) throw new Error('no lab was begun');
  return { cast: open.now.cast, host: open.now.cast.host };
}

const choicesOf = async (tutor: Pick<Tutor, 'reply'>, line: string): Promise<string[]> =>
  (await tutor.reply(line)).choices.flatMap((each) => (each.kind === 'button' ? [each.command] : []));

test('a lab begins with its story and its goal, and nothing of it holds yet', async () => {
  const { told, domain } = await inLab();
  expect(told).toContain(`Everybody still sees the old page at www.${domain}.`);
  expect(told).toMatch(/✗ 1 +The registry lists the name servers of the zone at/);
  expect(told).toContain('0 of 2');
});

test('the goal is reached by what a party does and by time, and the reply says so by itself', async () => {
  const { say, domain, host } = await inLab();
  expect(await say(`/delegate ${domain} ${host}`)).toContain('0 of 2');
  expect(await say('/wait 5m')).toContain('1 of 2');
  const waited = await say('/wait 5d');
  expect(waited).toContain('2 of 2');
  expect(waited).toContain('Done: Lead them there');
  expect(waited).toMatch(/Steps +1; the best known solution takes 1/);
  expect(waited).toMatch(/Credit +100 of 100: no hints/);
  expect(waited).toContain('/lab start two-records');
  expect(await say('/wait 1m')).not.toContain('Done:');
  expect(await say('/lab list stage=1')).toContain('Lead them there (done: 100 of 100, 1 step)');
});

test('every step that stands counts, looking and waiting do not, and taking back uncounts', async () => {
  const { say, domain, host } = await inLab();
  await say(`/record add shop.${domain} A 203.0.113.7 at=${host}`);
  await say(`/record add mail.${domain} A 203.0.113.7 at=${host}`);
  expect(await say('/undo')).toContain('0 of 2');
  await say(`/dig www.${domain}`);
  await say('/wait 1h');
  await say(`/delegate ${domain} ${host}`);
  expect(await say('/wait 5d')).toMatch(/Steps +2; the best known solution takes 1/);
});

test('of a check that fails it is said what was asked, what came, what was expected, why, and who can help', async () => {
  const { say, domain, cast } = await inLab();
  const told = await say('/status');
  expect(told).toMatch(new RegExp(`Asked: \`/dig www.${domain} A`));
  expect(told).toMatch(/Came: An answer, `203\.0\.113\.2\d\d`/);
  expect(told).toContain(`Expected: \`${cast.webAddress}\`.`);
  expect(told).toContain('Waiting will not change that.');
  expect(told).toContain('Why: It has to work for everybody.');
  expect(told).toContain(`In whose hand it is: ${cast.registrant}, at the registrar`);
});

test('hints climb from a question to the command without its last part, and each costs once', async () => {
  const { say, domain, host } = await inLab();
  expect(await say('/hint')).toContain(`/whois ${domain}`);
  expect(await say('/hint 3')).toContain('hint 2 is the next');
  expect(await say('/hint')).toContain('Next comes `/delegate`');
  expect(await say('/hint')).toContain(`Type \`/delegate ${domain} …\``);
  expect(await say('/hint 1')).toContain(`/whois ${domain}`);
  await say(`/delegate ${domain} ${host}`);
  await say('/wait 5m');
  expect(await say('/hint')).toContain('how long may somebody who asked a moment ago go on remembering');
  expect(await say('/wait 5d')).toMatch(/Credit +60 of 100: 4 hints/);
});

test('where the solution does not lead on, a hint says so and costs nothing', async () => {
  const { say, domain, host } = await inLab('two-records');
  await say(`/record add www.${domain} A 203.0.113.250 at=${host}`);
  expect(await say('/hint')).toContain('stands in its way');
  await say('/undo');
  expect(await say('/hint')).toContain('Each hint costs a tenth');
});

test('the solution is shown on purpose only, as commands that solve the lab, and leaves little credit', async () => {
  const lab = await inLab('two-records');
  expect(await lab.say('/solution')).toContain('Shall I show');
  const told = await lab.say('/solution show');
  const lines = told.match(/\/record add .*/g)?.slice(0, 2) ?? [];
  expect(lines).toHaveLength(2);
  await lab.say(lines[0] ?? '');
  expect(await lab.say(lines[1] ?? '')).toContain('0 of 2');
  const done = await lab.say('/wait 1m');
  expect(done).toContain('2 of 2');
  expect(done).toMatch(/Credit +10 of 100: the solution was shown/);
});

test('a reset takes the lab back to where the learner came in', async () => {
  const { say, domain, host } = await inLab();
  await say(`/delegate ${domain} ${host}`);
  const told = await say('/reset');
  expect(told).toContain('The lab is as you found it: 1 step of yours taken back.');
  expect(told).toContain('0 of 2');
  expect(await say('/undo')).toContain('There is nothing to take back');
});

test('begun again it has other names, and another fault of the family', async () => {
  const { say, store, learner, domain, host } = await inLab();
  expect(await say('/lab start lead-them-there')).toContain(domain);
  await say(`/delegate ${domain} ${host}`);
  await say('/wait 5d');
  await say('/lab start lead-them-there');
  const runs = await store.labRuns(await learner());
  expect(runs.map(({ attempt, fault }) => [attempt, fault])).toEqual([
    [2, 'undelegated-for-long'],
    [1, 'undelegated'],
  ]);
});

test('one can look away and come back', async () => {
  const { say, reply } = await inLab();
  await say('/world sandbox');
  expect(await say('/undo')).toContain('your sandbox is as it began');
  expect(await choicesOf({ reply }, '/world lab')).toContain('/status');
  expect(await say('/lab')).toContain('Lead them there');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['/goal',               'You have not begun any lab yet'],
  ['/status',             'You have not begun any lab yet'],
  ['/solution',           'You have not begun any lab yet'],
  ['/lab',                'Labs'],
  ['/lab start lead-them-ther', 'Did you mean `lead-them-there`'],
  ['/world lab',          'You have not begun any lab yet'],
])('%s without a lab', async (line, words) => {
  expect(await (await aTutor()).say(line)).toContain(words);
});
