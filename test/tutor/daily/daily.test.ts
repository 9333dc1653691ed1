import { expect, test } from 'vitest';
import type { Reply } from '../../../src/tutor/reply.ts';
import { learnerSubject, serverSubject } from '../../../src/tutor/settings/settled.ts';
import { aServer, HERE } from '../../support/daily.ts';

const commandsOf = ({ choices }: Reply): readonly string[] =>
  choices.flatMap((choice) => ('command' in choice ? [choice.command] : []));

test('a prompt is set for a channel in one line, and comes', async () => {
  const server = await aServer();
  const said = await server.say('/daily set 09:00 Europe/Lisbon weekdays here');
  expect(said).toMatch(/Comes +In this channel, at 09:00, Europe\/Lisbon, weekdays/);
  expect(said).toMatch(/Next +Monday 2 March 2026 at 09:00, in 60 minutes/);
  expect(said).toContain("Europe/Lisbon is now this server's time zone in general too");
  await server.at('2026-03-02T09:01Z');
  expect(server.shown()).toHaveLength(1);
  expect(await server.say('/daily show')).toMatch(/Last +Monday 2 March 2026: posted at 09:0\d, no response/);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['without a time',              '/daily set',                              'At what time of day?',           ['/daily set time="{}"']],
  ['without a time, but days',    '/daily set weekdays concept=glue',        'At what time of day?',           ['/daily set time="{}" weekdays concept=glue']],
  ['without a place',             '/daily set 9 lisbon weekdays',            'Where is it to come?',           ['/daily set 09:00 Europe/Lisbon weekdays here', '/daily set 09:00 Europe/Lisbon weekdays me']],
  ['without a zone',              '/daily set 9 here',                       'By the clocks of which time zone', ['/daily set 09:00 zone="{}" here']],
  ['without a zone, elsewhere',   '/daily 9 mon <#C2> until=18:00',          'By the clocks of which time zone', ['/daily set 09:00 zone="{}" mon #C2 until=18:00']],
  ['of a concept with nothing to press', '/daily set 9 utc here concept=glue', 'There are no questions about',   ['/concepts']],
  ['until a time that is none',   '/daily set 9 utc here until=soon',        '`soon` cannot be `until`.',      []],
  ['for too long',                '/daily set 9 utc here until=8d',          '7 days at most',                 []],
  ['of direct messages, until',   '/daily set 9 utc me until=18:00',         'leave out `until`',              ['/daily set 09:00 UTC me']],
  ['none to pause',               '/daily pause',                            'No daily prompt comes here.',    ['/daily set time="{}"']],
  ['cron\'s words',               '/daily set 0 9 * * 1-5',                  'Type it so.',                    ['/daily set 09:00 weekdays', '/help daily']],
  ['a time there is not',         '/daily set 25:00',                        'the hours of a day are 0 to 23', ['/help daily']],
  ['a slip in a zone',            '/daily set 9 Europe/Lisbom here',         'did you mean `Europe/Lisbon`?',  ['/daily set 9 Europe/Lisbon here', '/help daily']],
  ['a slip in days',              '/daily set 9 mon,wendesday utc here',     'though `wednesday` is one',      ['/daily set 9 mon,wednesday utc here', '/help daily']],
  ['a slip in what to do',        '/daily paus',                             'did you mean `pause`?',          ['/help daily']],
] as const)('what is missing is asked for, and what is wrong is said: %s', async (_, line, words, commands) => {
  const server = await aServer();
  expect(await server.say(line)).toContain(words);
  expect(commandsOf(await server.reply(line))).toEqual(commands);
  expect(await server.store.schedulesOfChannel(HERE, 'C1')).toEqual([]);
});

test('every button and form leads to a line that is read', async () => {
  const server = await aServer();
  for (const line of [
    '/daily set',
    '/daily set 9 lisbon mon,wed',
    '/daily set 9 here',
    '/daily set 9 here utc',
    '/daily show',
    '/daily pause',
  ])
    for (const command of commandsOf(await server.reply(line)))
      expect(await server.say(command.replace('{}', '9 pm')), command).not.toMatch(/has no place|cannot be `(?!zone)/);
});

test('where it cannot be posted is said to whoever sets it, and nothing is kept', async () => {
  const server = await aServer();
  server.courier.obstruct(['The bot lacks the permission Send Messages there.']);
  const said = await server.say('/daily set 9 utc here');
  expect(said).toContain('Nothing has been set: I could not post there.');
  expect(said).toContain('Send Messages');
  expect(await server.store.schedulesOfChannel(HERE, 'C1')).toEqual([]);
  expect(await server.store.settings(serverSubject(HERE))).toEqual(new Map());
});

test('what comes to a channel is for organisers to set and change; what comes to oneself is not', async () => {
  const server = await aServer();
  const asBen = (line: string) => server.say(line, 'ben', { manages: false });
  expect(await asBen('/daily set 9 utc here')).toContain('is for its organisers to set');
  expect(await asBen('/daily set 9 utc <#C2>')).toContain('is for its organisers to set');
  await server.say('/daily set 9 utc here');
  expect(await asBen('/daily off')).toContain('is for its organisers to change');
  expect(await asBen('/daily off 9 #C1')).toContain('is for its organisers to change');
  expect(await asBen('/daily show')).toContain('In this channel');
  expect(await asBen('/daily set 21:00 utc me')).toContain('In your direct messages');
  expect(await asBen('/daily pause')).toContain('Paused.');
  expect(await server.say('/daily show 21:00')).not.toContain('direct messages');
});

test('the zone that is said once is remembered, for the server or for oneself', async () => {
  const server = await aServer();
  await server.say('/daily set 9 Asia/Tokyo me', 'ben');
  const ben = learnerSubject(await server.learner('ben'));
  expect(await server.store.settings(ben)).toEqual(new Map([['timezone', 'Asia/Tokyo']]));
  expect(await server.say('/daily set 21:00 me', 'ben')).toContain('at 21:00, Asia/Tokyo');
  await server.say('/daily set 9 Europe/Lisbon here');
  expect(await server.store.settings(serverSubject(HERE))).toEqual(new Map([['timezone', 'Europe/Lisbon']]));
  expect(await server.say('/daily set 10 <#C2>')).toContain('at 10:00, Europe/Lisbon');
});

test('the same time again changes what is there, and no date gets two', async () => {
  const server = await aServer();
  await server.say('/daily set 9 Europe/Lisbon here');
  await server.at('2026-03-02T09:01Z');
  expect(await server.say('/daily set 9 America/New_York here')).toMatch(/Next +Tuesday 3 March 2026 at 09:00/);
  await server.at('2026-03-02T14:01Z');
  expect(server.shown()).toHaveLength(1);
  expect(await server.store.schedulesOfChannel(HERE, 'C1')).toHaveLength(1);
});

test('five at most come to one place', async () => {
  const server = await aServer();
  for (const hour of [9, 10, 11, 12, 13]) await server.say(`/daily set ${hour} utc here`);
  expect(await server.say('/daily set 14 utc here')).toContain('No more than 5 can come to one place.');
  expect(await server.say('/daily set 13 utc weekdays here')).toContain('weekdays');
  expect(await server.say('/daily set 14 utc me')).toContain('In your direct messages');
});

test('pausing, resuming and taking away can be done twice', async () => {
  const server = await aServer();
  await server.say('/daily set 9 utc here');
  expect(await server.say('/daily pause')).toMatch(/^Paused\.[\s\S]*Next +paused: somebody paused it\./);
  expect(await server.say('/daily pause')).toContain('It was paused already');
  await server.at('2026-03-02T09:01Z');
  expect(server.shown()).toEqual([]);
  expect(await server.say('/daily resume')).toMatch(/It comes again\.[\s\S]*Next +Tuesday 3 March 2026 at 09:00/);
  expect(await server.say('/daily resume')).toContain('It was not paused');
  expect(await server.say('/daily off')).toContain('No daily prompt comes at 09:00 in this channel any more.');
  expect(await server.say('/daily off')).toContain('No daily prompt comes here.');
  await server.at('2026-03-03T09:01Z');
  expect(server.shown()).toEqual([]);
});

test('of several the one that is meant is asked for', async () => {
  const server = await aServer();
  await server.say('/daily set 9 utc here');
  await server.say('/daily set 9 utc me');
  await server.say('/daily set 18 utc here');
  const asked = await server.reply('/daily pause');
  expect(commandsOf(asked)).toEqual(['/daily pause 09:00 #C1', '/daily pause 18:00 #C1', '/daily pause 09:00 me']);
  expect(await server.say('/daily pause 18:00')).toContain('Paused.');
  expect(commandsOf(await server.reply('/daily show'))).toEqual([
    ...['/daily pause 09:00 #C1', '/daily off 09:00 #C1', '/daily resume 18:00 #C1', '/daily off 18:00 #C1'],
    ...['/daily pause 09:00 me', '/daily off 09:00 me'],
  ]);
});

test('what is set in a server is seen and changed in direct messages, by whom it comes to', async () => {
  const server = await aServer();
  await server.say('/daily set 9 utc me');
  expect(await server.say('/daily show', 'anna', { where: 'dm' })).toContain('Daily prompt at 09:00');
  expect(await server.say('/daily show', 'ben', { where: 'dm' })).toContain('No daily prompt comes here.');
  expect(await server.say('/daily off', 'anna', { where: 'dm' })).toContain('any more');
});

test('what is open when prompts are paused closes when the next would have come', async () => {
  const server = await aServer();
  await server.say('/daily set 9 utc here');
  await server.at('2026-03-02T09:01Z');
  await server.say('/daily off');
  await server.at('2026-03-02T20:00Z');
  expect(server.shown()[0]).not.toContain('closed:');
  await server.at('2026-03-03T09:01Z');
  expect(server.shown()).toEqual([expect.stringContaining('Daily prompt, closed:')]);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['left out',             '/daily set 1:30 Europe/Lisbon here',      'On Sunday 29 March 2026 there is no 01:30 in Europe/Lisbon: the clocks are put forward past it, and that day it comes at 02:00.'],
  ['twice',                '/daily set 1:30 Europe/Lisbon here',      'On Sunday 25 October 2026 it is 01:30 twice in Europe/Lisbon'],
  ['left out at the end',  '/daily set 23:30 America/Nuuk here',      'it comes at 00:00, as Sunday 29 March 2026 begins.'],
] as const)('days on which the clocks do not show the time once are told when it is set: %s', async (_, line, words) => {
  const server = await aServer();
  expect(await server.say(line)).toContain(words);
});

test('days that are not concerned by the clocks are not told of', async () => {
  const server = await aServer();
  expect(await server.say('/daily set 1:30 Europe/Lisbon weekdays here')).not.toContain('clocks');
});

// biome-ignore format: a table reads down its columns
test.each([
  ['wait',        '08:30-10:00', '08:30-10:00: it waits, and comes at 10:00'],
  ['lose it',     '08:30-12:00', '08:30-12:00: it does not come, since it would have to wait more than 120 minutes'],
] as const)('what quiet hours do is told when it is set: %s', async (_, hours, words) => {
  const server = await aServer();
  await server.say(`/settings server quiet-hours ${hours}`);
  expect(await server.say('/daily set 9 utc here')).toContain(words);
});

test('without anything it shows what comes, and with a time it sets that', async () => {
  const server = await aServer();
  expect(await server.say('/daily')).toContain('No daily prompt comes here.');
  expect(await server.say('/daily noon utc here')).toContain('Daily prompt at 12:00');
  expect(await server.say('/daily')).toContain('Daily prompt at 12:00');
});
