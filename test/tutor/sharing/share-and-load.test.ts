import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { name } from '../../../src/dns/name.ts';
import type { Context } from '../../../src/tutor/command.ts';
import type { Reply } from '../../../src/tutor/reply.ts';
import { readShareCode, type SharedWorld, writeShareCode } from '../../../src/tutor/sharing/share-code.ts';
import { openFocus } from '../../../src/tutor/worlds.ts';
import type { Action } from '../../../src/world/action.ts';
import { school } from '../../support/school.ts';
import { aTutor, START, type Tutor } from '../../support/tutor.ts';

const contextOf = async (tutor: Tutor): Promise<Context> => ({
  ...tutor.deps,
  ...{ learner: await tutor.learner(), account: { platform: 'terminal', space: 'here', user: 'anna' } },
  ...{ venue: { kind: 'nowhere' } as never, now: START, line: '' },
});
const worldOf = async (tutor: Tutor) => (await openFocus(await contextOf(tutor))).world;

const codeIn = ({ blocks }: Reply): string =>
  blocks.flatMap((block) => (block.kind === 'code' || block.kind === 'file' ? [block.text] : []))[0] ?? '';

async function shared(lines: readonly string[]): Promise<{ tutor: Tutor; code: string }> {
  const tutor = await aTutor();
  for (const line of lines) await tutor.say(line);
  return { tutor, code: codeIn(await tutor.reply('/share')) };
}

/** What somebody else, elsewhere, has after loading a code. */
async function loaded(code: string): Promise<Tutor> {
  const other = await aTutor({ seed: 99, content: { ...school } });
  await other.say('/register own-example.com gandi');
  await other.say(`/load ${code}`);
  return other;
}

// biome-ignore format: a table reads down its columns
const LINES = [
  '/register a-example.com hover', '/register b-example.org route53', '/host a-example.com route53', '/host a-example.com cloudflare',
  '/host delete a-example.com cloudflare', '/delegate a-example.com route53', '/delegate b-example.org ns1.a-example.com ns2.a-example.com',
  '/record add www.a-example.com A 203.0.113.7 at=route53', '/record change www.a-example.com A 203.0.113.8 at=route53 ttl=5m',
  '/record add a-example.com TXT "v=spf1 -all" at=route53', '/record remove www.a-example.com A at=route53', '/dnssec sign a-example.com route53',
  '/dnssec publish a-example.com route53', '/registrar unlock b-example.org', '/registrar code b-example.org', '/registrar auto-renew a-example.com off',
  '/registrar glue a-example.com ns1.a-example.com 198.51.100.1', '/transfer b-example.org gandi', '/wait 1h', '/wait 400d',
  '/host create a-example.com route53 network=vpc', '/dig www.a-example.com @inside', '/dig www.a-example.com', '/dig b-example.org NS @validating', '/dig a-example.com A @all', '/undo',
];

test('whatever was done, who loads the code has the same world, and its code says the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...LINES), { maxLength: 30 }), async (lines) => {
      const { tutor, code } = await shared(lines);
      const other = await loaded(code);
      expect(await worldOf(other)).toEqual(await worldOf(tutor));
      const again = readShareCode(school.catalogue, codeIn(await other.reply('/share')));
      expect(again).toEqual(readShareCode(school.catalogue, code));
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('a lesson is shared at its step, with what was done there', async () => {
  const { tutor, code } = await shared(['/lesson first-steps', '/lesson next', '/wait 3h', '/dig www.example.com']);
  const other = await loaded(code);
  expect(await worldOf(other)).toEqual(await worldOf(tutor));
  expect(await other.say('/lesson')).toContain('step 2 of');
  expect(await other.say('/undo')).toContain('Taken back: `/wait 3h`');
});

test('a lab is shared with what was done, which then earns little', async () => {
  const lab = [...school.labs.keys()][0]!;
  const { tutor, code } = await shared([`/lab start ${lab}`, '/wait 3h']);
  const other = await loaded(code);
  expect(await worldOf(other)).toEqual(await worldOf(tutor));
  expect(await other.say('/lab')).toContain(school.labs.get(lab)!.title);
  const [run] = await other.store.labRuns(await other.learner());
  expect(run?.solutionShownAt).toBeDefined();
});

test('the sandbox that was there is put aside, and an undo of all that was loaded brings it back', async () => {
  const { code } = await shared(['/register a-example.com hover']);
  const other = await loaded(code);
  expect(await other.say('/world')).not.toContain('own-example.com');
  expect(await other.say('/undo')).toContain('Taken back: `/register a-example.com hover`');
  await other.say('/undo');
  expect(await other.say('/world')).toContain('own-example.com');
});

test.each([
  [5, 140],
  [20, 320],
  [100, 1200],
])('a code of %i changes has at most %i letters', async (changes, most) => {
  const setup = ['/register quillcove-example.com hover', '/host quillcove-example.com route53'];
  const edits = Array.from(
    { length: changes - 3 },
    (_, at) => `/record add host-${at}.quillcove-example.com A 203.0.113.${(at * 37) % 250} at=route53`,
  );
  const { code } = await shared([...setup, '/delegate quillcove-example.com route53', ...edits]);
  expect(code.replaceAll(/\s/g, '').length).toBeLessThanOrEqual(most);
});

const SANDBOX = { start: { kind: 'sandbox', seed: 7 }, fingerprint: 0 } as const;
const codeOf = (over: Partial<SharedWorld>): string => writeShareCode({ ...SANDBOX, actions: [], ...over }) ?? '';
const registered: Action = { kind: 'register', domain: name('a-example.com'), registrar: 'hover' };
const withoutLast = (code: string): string => code.slice(0, -1);
const withOther = (code: string): string => code.slice(0, 9) + (code[9] === '7' ? '8' : '7') + code.slice(10);

// biome-ignore format: a table reads down its columns
test.each<[string, string, string]>([
  ['cut',                            withoutLast(codeOf({})),                                                          'is cut short'],
  ['changed',                        withOther(codeOf({ actions: [registered] })),                                     'has been changed on its way'],
  ['of another version',             `2${codeOf({}).slice(1)}`,                                                        'no code of this version'],
  ['a sentence',                     'Hi! There',                                                                      '`!` does not stand in any'],
  ['of a lesson that is not there',  codeOf({ start: { kind: 'lesson', lesson: 'gone', seed: 1, step: 1 } }),          'not among the lessons here'],
  ['of a step that is not there',    codeOf({ start: { kind: 'lesson', lesson: 'first-steps', seed: 1, step: 99 } }),     'not among the lessons here'],
  ['of a lab that is not there',     codeOf({ start: { kind: 'lab', lab: 'gone', seed: 1 } }),                         'not among the labs here'],
  ['of something refused',           codeOf({ actions: [registered, registered] }),                                    'Thing number 2 that was done in that world is refused here.'],
  ['of what nobody does',            codeOf({ actions: [{ kind: 'decline-card', domain: name('a-example.com') }] }),   'says things that I do not know'],
  ['of a registrar that is not',     codeOf({ actions: [{ ...registered, registrar: 'nobody' } as Action] }),          'says things that I do not know'],
  ['of a world that is another now', codeOf({ actions: [registered] }),                                                'comes to another world here'],
])('a code %s says so, and changes nothing', async (_, code, words) => {
  const tutor = await aTutor();
  await tutor.say('/register own-example.com gandi');
  const before = await worldOf(tutor);
  const told = await tutor.say(`/load ${code}`);
  expect(told).toContain(words);
  expect(told).toContain('Nothing was changed.');
  expect(await worldOf(tutor)).toBe(before);
});

test('a code of a time when sandboxes had no pace of their own is read as it was meant', () => {
  const old = '100SMDSSA8D6T0HG6WTBADY43768HNRCW91K0G4F7XX264F3E1S56DS1R11QWS4V01VZDS4A897VC0M9YRG101MC46EJ0';
  const read = readShareCode(school.catalogue, old);
  expect(read).toMatchObject({ ok: true, value: { start: { kind: 'sandbox' }, actions: { length: 6 } } });
  expect(read.ok && read.value.start).not.toHaveProperty('pace');
});

test('a code says nothing of who made it', async () => {
  const { tutor, code } = await shared(['/register a-example.com hover', '/wait 1h']);
  const read = readShareCode(school.catalogue, code);
  expect(read.ok && read.value).toEqual({
    ...{ start: { kind: 'sandbox', seed: expect.any(Number) }, fingerprint: expect.any(Number) },
    actions: [registered, { kind: 'wait', span: 3_600_000 }],
  });
  expect(JSON.stringify(read)).not.toMatch(new RegExp(`anna|${await tutor.learner()}`));
});

test('the worlds of questions are not shared', async () => {
  const tutor = await aTutor();
  await tutor.say('/quiz jobs');
  expect(await tutor.say('/share')).toContain("look-ups ask the question's world now");
});

test('what was kept without its action has no code, and says which it was', async () => {
  const tutor = await aTutor();
  await tutor.say('/wait 1h');
  const { sandbox = '' } = await tutor.store.desk(await tutor.learner());
  const { now } = await worldOf(tutor);
  await tutor.store.addStep(
    sandbox,
    1,
    { command: '/wait 2h', events: JSON.stringify([{ kind: 'clock-moved', to: now }]) },
    START,
  );
  expect(await tutor.say('/share')).toContain('how `/wait 2h` came about');
});
