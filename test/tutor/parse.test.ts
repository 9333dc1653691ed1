import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/base/time.ts';
import { ZONES } from '../../src/base/zone.ts';
import { name } from '../../src/dns/name.ts';
import { declare, type OptionTable, type OptionType, type Values } from '../../src/tutor/command.ts';
import { commandLine } from '../../src/tutor/command-line.ts';
import { describeProblem } from '../../src/tutor/describe-problem.ts';
import { LONGEST_LINE, parseLine } from '../../src/tutor/parse.ts';
import { notice } from '../../src/tutor/reply.ts';
import { announce, declarations, dig, host, lists, record } from '../support/commands.ts';

const read = (line: string) => parseLine(line, declarations, lists);
const problemOf = (line: string) => {
  const parsed = read(line);
  if (parsed.ok) throw new Error(`understood: ${line}`);
  return parsed.problem;
};

const EXAMPLE = { domain: 'example.com.' };
// biome-ignore format: a table reads down its columns
test.each([
  ['words fill the options in order',        '/dig www.example.com MX',                  'dig',    { name: 'www.example.com.', type: 'MX' }],
  ['optional words may be left out',         '/dig www.example.com',                     'dig',    { name: 'www.example.com.' }],
  ['case makes no difference',               '/DIG WWW.Example.COM mx',                  'dig',    { name: 'www.example.com.', type: 'MX' }],
  ['white space makes no difference',        '  /dig\twww.example.com   MX ',            'dig',    { name: 'www.example.com.', type: 'MX' }],
  ['ANY is a type to ask for',               '/dig example.com any',                     'dig',    { name: 'example.com.', type: 'ANY' }],
  ['the server at the end',                  '/dig example.com MX @ns1.example.net',     'dig',    { name: 'example.com.', type: 'MX', server: 'ns1.example.net' }],
  ['the server first',                       '/dig @ns1.example.net example.com',        'dig',    { name: 'example.com.', server: 'ns1.example.net' }],
  ['an option by name, before its turn',     '/dig type=MX example.com',                 'dig',    { name: 'example.com.', type: 'MX' }],
  ['all options by name, in any case',       '/dig Type=mx NAME=example.com',            'dig',    { name: 'example.com.', type: 'MX' }],
  ['a server by name with its sign',         '/dig example.com server=@ns1',             'dig',    { name: 'example.com.', server: 'ns1' }],
  ['a choice left out',                      '/host example.com route53',                'host',   { ...EXAMPLE, at: 'route53' }],
  ['a choice given',                         '/host Delete example.com route53',         'host',   { ...EXAMPLE, at: 'route53', action: 'delete' }],
  ['a choice given by name at the end',      '/host example.com action=delete',          'host',   { ...EXAMPLE, action: 'delete' }],
  ['a listed entry by its label',            '/host example.com Cloudflare',             'host',   { ...EXAMPLE, at: 'cloudflare' }],
  ['a listed entry by an alias',             '/host example.com AWS',                    'host',   { ...EXAMPLE, at: 'route53' }],
  ['a listed entry, joined up',              '/host example.com GoogleCloudDNS',         'host',   { ...EXAMPLE, at: 'google-cloud-dns' }],
  ['a listed entry, hyphens for spaces',     '/host example.com route-53',               'host',   { ...EXAMPLE, at: 'route53' }],
  ['a label in quotes',                      '/host example.com "Route 53"',             'host',   { ...EXAMPLE, at: 'route53' }],
  ['a label in curly quotes',                '/host example.com “Route 53”',             'host',   { ...EXAMPLE, at: 'route53' }],
  ['a label by name, in quotes',             '/host at="Route 53" example.com',          'host',   { ...EXAMPLE, at: 'route53' }],
  ['a label in several bare words',          '/host example.com amazon route 53',        'host',   { ...EXAMPLE, at: 'route53' }],
  ['text takes the rest as it was typed',    '/record @ TXT "v=spf1  -all" "x"',         'record', { owner: '\\@.', type: 'TXT', data: '"v=spf1  -all" "x"' }],
  ['a name inside a text is no option',      '/record a.example TXT v=DKIM1; p=abc',     'record', { owner: 'a.example.', type: 'TXT', data: 'v=DKIM1; p=abc' }],
  ['a named option after a text',            '/record a.example A 192.0.2.1 ttl=5m',     'record', { owner: 'a.example.', type: 'A', data: '192.0.2.1', ttl: 5 * MINUTE }],
  ['a named option in quotes is text',       '/record a.example TXT "ttl=5m"',           'record', { owner: 'a.example.', type: 'TXT', data: '"ttl=5m"' }],
  ['a span in one word',                     '/wait 1h30m',                              'wait',   { span: 90 * MINUTE }],
  ['a span in several words',                '/wait 2 days 3 hours',                     'wait',   { span: 2 * DAY + 3 * HOUR }],
  ['a word with an equals sign',             '/mood a=b 3',                              'mood',   { word: 'a=b', times: 3 }],
  ['a quote that is never closed',           '/mood "so 2',                              'mood',   { word: '"so', times: 2 }],
  ['a quote that closes inside a word',      '/mood "so"so 2',                           'mood',   { word: '"so"so', times: 2 }],
  ['an id before a label that sounds alike', '/host example.com r-53',                   'host',   { ...EXAMPLE, at: 'r-53' }],
  ['a negative number',                      '/mood fine -2',                            'mood',   { word: 'fine', times: -2 }],
  ['minus nothing is nothing',               '/mood fine -0',                            'mood',   { word: 'fine', times: 0 }],
  ['several of a list, in bare words',       '/put amazon route 53, Cloudflare 3',       'put',    { hosts: ['route53', 'cloudflare'], times: 3 }],
  ['several of a list by name, one twice',   '/put hosts=aws,cloudflare,route53',        'put',    { hosts: ['route53', 'cloudflare'] }],
  ['a number where a list may be left out',  '/put 3',                                   'put',    { times: 3 }],
  ['a span where a number may be left out',  '/put 45s',                                 'put',    { pace: '45s' }],
  ['a response by command',                  '/respond #p7 the registry',                'respond', { presentation: 'p7', response: 'the registry' }],
  ['a line without a slash',                 'The registry,  not the "registrar"',       'respond', { response: 'The registry,  not the "registrar"' }],
  ['a sign inside a response',               'it is ns1 @ route53, option #2',           'respond', { response: 'it is ns1 @ route53, option #2' }],
  ['a channel as Slack writes it',           '/announce <#C024BE7LR|general> hello',     'announce', { word: 'hello', channel: 'C024BE7LR' }],
  ['a channel as Discord writes it',         '/announce hello <#41771983423143936>',     'announce', { word: 'hello', channel: '41771983423143936' }],
  ['a channel by its id',                    '/announce #C024BE7LR hello',               'announce', { word: 'hello', channel: 'C024BE7LR' }],
  ['a channel by its option',                '/announce hello channel=C024BE7LR',        'announce', { word: 'hello', channel: 'C024BE7LR' }],
  ['a channel by its option, with a sign',   '/announce hello channel=#C024BE7LR',       'announce', { word: 'hello', channel: 'C024BE7LR' }],
  ['a channel by its option, as written',    '/announce hello channel=<#C024BE7LR|g>',   'announce', { word: 'hello', channel: 'C024BE7LR' }],
  ['a time, a zone and days',                '/remind set 9am Europe/Lisbon weekdays glue', 'remind', { action: 'set', time: '09:00', zone: 'Europe/Lisbon', days: [1, 2, 3, 4, 5], concept: 'glue' }],
  ['the same in another order',              '/remind set glue mon,wed <#C1> lisbon 21.30', 'remind', { action: 'set', time: '21:30', zone: 'Europe/Lisbon', days: [1, 3], channel: 'C1', concept: 'glue' }],
  ['a time and days in several words',       '/remind set 9 pm tue - thu America/New York', 'remind', { action: 'set', time: '21:00', zone: 'America/New_York', days: [2, 3, 4] }],
  ['a time by its option',                   '/remind set time="9 pm" zone=utc',        'remind', { action: 'set', time: '21:00', zone: 'UTC' }],
  ['a response to a question by its id',     '#p7 b',                                    'respond', { presentation: 'p7', response: 'b' }],
] as const)('%s: %s', (_, line, name, values) => {
  const parsed = read(line);
  expect(parsed).toEqual({ ok: true, value: { declaration: expect.objectContaining({ name }), values } });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a slip in a command',            '/dgi example.com',              { kind: 'unknown-command', command: 'dgi', nearest: 'dig' }],
  ['a command nobody has',           '/xylophone',                    { kind: 'unknown-command', nearest: undefined }],
  ['a command in an object\'s chain', '/constructor',                 { kind: 'unknown-command' }],
  ['only a slash',                   '/',                             { kind: 'unknown-command', command: '' }],
  ['an empty line',                  '',                              { kind: 'missing-option', option: 'response' }],
  ['nothing where something must be', '/dig',                         { kind: 'missing-option', option: 'name' }],
  ['the second one missing',         '/record example.com',           { kind: 'missing-option', option: 'type' }],
  ['a slip in an option\'s name',    '/dig example.com tpye=MX',      { kind: 'unknown-key', key: 'tpye', nearest: 'type' }],
  ['an option nobody has',           '/dig example.com MX xyzzyx=1',  { kind: 'unknown-key', key: 'xyzzyx', nearest: undefined }],
  ['an option twice by name',        '/dig name=a.test name=b.test',  { kind: 'given-twice', option: 'name', word: 'name=b.test' }],
  ['two servers',                    '/dig example.com @a @b',        { kind: 'given-twice', option: 'server', word: '@b' }],
  ['a word too many',                '/dig example.com MX or so',     { kind: 'too-many-words', words: 'or so' }],
  ['no type at all',                 '/dig example.com banana',       { kind: 'bad-option', option: 'type', word: 'banana', why: { kind: 'not-an-rr-type' } }],
  ['a name with two dots',           '/dig www..example.com',         { kind: 'bad-option', option: 'name', why: { kind: 'not-a-name', fault: { problem: 'empty-label' } } }],
  ['a web address for a name',       '/dig https://example.com/a?b',  { kind: 'bad-option', why: { kind: 'a-web-address', host: 'example.com' } }],
  ['an empty value',                 '/dig name=',                    { kind: 'bad-option', word: '', why: { kind: 'empty' } }],
  ['an empty value in quotes',       '/dig ""',                       { kind: 'bad-option', why: { kind: 'empty' } }],
  ['a slip in a choice',             '/host delte example.com aws',   { kind: 'bad-option', option: 'action', why: { kind: 'not-one-of', nearest: 'delete' } }],
  ['a name at fault after a choice', '/host delet.. action=create', { kind: 'bad-option', option: 'domain' }],
  ['a slip in a listed entry',       '/host example.com rout53',      { kind: 'bad-option', option: 'at', why: { kind: 'not-one-of', nearest: 'Route 53' } }],
  ['no listed entry',                '/host example.com @!',          { kind: 'bad-option', option: 'at', word: '@!' }],
  ['a channel by its name',          '/announce hello #general',      { kind: 'bad-option', option: 'channel', word: 'general', why: { kind: 'not-a-channel' } }],
  ["cron's way of writing",          '/remind set 0 9 * * 1-5 glue',  { kind: 'bad-option', option: 'time', word: '0 9 * * 1-5', why: { kind: 'not-a-time' } }],
  ["cron's way, every minute",       '/remind set * * * * * glue',    { kind: 'bad-option', option: 'time', why: { kind: 'not-a-time' } }],
  ['an hour there is not',           '/remind set 25:00',             { kind: 'bad-option', option: 'time', why: { kind: 'not-a-time' } }],
  ['a slip in a zone',               '/remind set 9 Europe/Lisbom',   { kind: 'bad-option', option: 'zone', why: { kind: 'not-a-zone', problem: { nearest: 'Europe/Lisbon' } } }],
  ['a slip in a city',               '/remind set 9 Lisbom',          { kind: 'bad-option', option: 'zone', why: { kind: 'not-a-zone', problem: { nearest: 'Europe/Lisbon' } } }],
  ['a zone by its offset',           '/remind set 9 +02:00',          { kind: 'bad-option', option: 'zone', why: { kind: 'not-a-zone', problem: { kind: 'offset' } } }],
  ['a zone by letters',              '/remind set 9 PST',             { kind: 'bad-option', option: 'zone', why: { kind: 'not-a-zone', problem: { kind: 'abbreviation' } } }],
  ['a slip in days',                 '/remind set 9 weekdasy',        { kind: 'bad-option', option: 'days', why: { kind: 'not-days', problem: { nearest: 'weekdays' } } }],
  ['a slip in one of some days',     '/remind set 9 mon,wendesday',   { kind: 'bad-option', option: 'days', why: { kind: 'not-days', problem: { nearest: 'wednesday' } } }],
  ['neither day nor concept',        '/remind set 9 xyzzyxx',         { kind: 'bad-option', option: 'concept' }],
  ['two channels',                   '/announce hello #C1 <#C2>',     { kind: 'given-twice', option: 'channel', word: '<#C2>' }],
  ['a slip in one of a list',        '/put route53,cloudflar',        { kind: 'bad-option', option: 'hosts', why: { kind: 'not-one-of', nearest: 'Cloudflare' } }],
  ['a list of nothing',              '/put hosts=,',                  { kind: 'bad-option', option: 'hosts', why: { kind: 'empty' } }],
  ['no span',                        '/wait soon',                    { kind: 'bad-option', why: { kind: 'not-a-duration' } }],
  ['milliseconds are no unit',       '/wait 500ms',                   { kind: 'bad-option', why: { kind: 'not-a-duration' } }],
  ['a unit from an object\'s chain', '/wait 2constructor',            { kind: 'bad-option', why: { kind: 'not-a-duration' } }],
  ['more than a hundred years',      '/wait 5218w',                   { kind: 'bad-option', why: { kind: 'duration-too-long' } }],
  ['a fraction',                     '/mood fine 1.5',                { kind: 'bad-option', why: { kind: 'not-a-whole-number' } }],
  ['a number past exactness',        `/mood fine ${'9'.repeat(30)}`,  { kind: 'bad-option', why: { kind: 'not-a-whole-number' } }],
  ['a line too long',                'x'.repeat(LONGEST_LINE + 1),    { kind: 'line-too-long' }],
] as const)('%s is a problem', (_, line, problem) => {
  expect(problemOf(line)).toMatchObject(problem);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['the nearest command',           '/dgi',                                    'There is no command `/dgi`. Did you mean `/dig`? `/help` lists all commands.'],
  ['the form and an example',       '/dig',                                    '`/dig` needs `name` (the name to ask for). Type `/dig <name> [type] [@server]`, for example `/dig example.com`.'],
  ['which word is too much',        '/dig example.com MX or so',               '`/dig` has no place for `or so`. Type `/dig <name> [type] [@server]`, for example `/dig example.com`.'],
  ['which label is too long',       `/dig www.${'a'.repeat(64)}.com`,          '`a`'],
  ['how to spell other scripts',    '/dig bücher.example',                     '`xn--`'],
  ['the label with the character',  '/dig www.b(d.example',                    '`b(`'],
  ['the record types there are',    '/dig example.com banana',                 'Known are A, AAAA, NS, CNAME, SOA'],
  ['how to write a span',           '/wait soon',                              '`90s`, `30m`, `1h30m`, `2d`'],
  ['the choices and the nearest',   '/host delte example.com',                 'did you mean `delete`? It takes `create` or `delete`.'],
  ['the domain in a web address',   '/dig https://example.com/',               'Type only the domain name in it: `example.com`.'],
  ['how to name a channel',         '/announce hello #general',                '`general` cannot be `channel` of `/announce`: it takes a channel, picked from the list that `#` brings up'],
  ['what cron means',               '/remind set 0 9 * * 1-5',                 "that is cron's way of writing `09:00 weekdays`. Type it so."],
  ['how to write a time',           '/remind set 9:5',                         'it takes a time of day, such as `09:00`'],
  ['which minutes there are',       '/remind set 9:75',                        'the minutes of an hour are 0 to 59'],
  ['where a day ends',              '/remind set 24:00',                       'the next begins with `00:00`'],
  ['the zone that is meant',        '/remind set 9 Europe/Lisbom',             'did you mean `Europe/Lisbon`?'],
  ['why no offset will do',         '/remind set 9 +02:00',                    'not right all year where there is summer time'],
  ['the day that is meant',         '/remind set 9 mon,wendesday',             '`wendesday` is no day of the week, though `wednesday` is one.'],
  ['an empty value as nothing',     '/dig name=',                              'nothing cannot be'],
] as const)('a problem says %s', (_, line, words) => {
  const needle = words === '`a`' ? `its label \`${'a'.repeat(60)}…\` is longer than 63 octets` : words;
  expect(describeProblem(problemOf(line)).toLowerCase()).toContain(needle.toLowerCase());
});

test('what was typed cannot end the code it is shown in, nor fill the screen', () => {
  const sentence = describeProblem(problemOf(`/dig a\`b${'c'.repeat(500)} @x MX\``));
  expect(sentence).toContain("a'b");
  expect(sentence.length).toBeLessThan(400);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['bare words where they serve',           commandLine(dig, { name: name('www.example.com'), type: 'MX', server: 'ns1' }),              '/dig www.example.com MX @ns1'],
  ['a choice left out',                     commandLine(host, { action: undefined, domain: name('example.com'), at: 'route53' }),       '/host example.com route53'],
  ['a name that would pass for a choice',   commandLine(host, { action: undefined, domain: name('delete'), at: 'route53' }),            '/host route53 domain=delete'],
  ['text last',                             commandLine(record, { owner: name('a.test'), type: 'TXT', data: '"a b"', ttl: 90 * MINUTE }), '/record a.test TXT ttl=1h30m "a b"'],
  ['a channel by its sign',                 commandLine(announce, { word: 'hello', channel: 'C024BE7LR' }),                             '/announce hello #C024BE7LR'],
  ['text that would pass for an option',    commandLine(record, { owner: name('a.test'), type: 'TXT', data: 'ttl=1', ttl: undefined }), '/record a.test TXT data="ttl=1"'],
] as const)('a command is written with %s', (_, written, line) => {
  expect(written).toBe(line);
});

const OPTION_TYPES = Object.keys({
  word: 0,
  text: 0,
  integer: 0,
  choice: 0,
  listed: 0,
  list: 0,
  name: 0,
  'rr-type': 0,
  'record-type': 0,
  duration: 0,
  server: 0,
  presentation: 0,
  member: 0,
  channel: 0,
  file: 0,
  time: 0,
  zone: 0,
  days: 0,
} satisfies Record<OptionType, 0>) as OptionType[];
const awkward = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('a', 'B', ' ', '  ', '\t', '"', '”', '\\', '=', '@', '#', '/', 'k0', 'k1=', '\n', '.'),
      maxLength: 12,
    }),
  )
  .filter((text) => text.trim() !== '');
const label = fc.string({
  unit: fc.constantFrom('a', 'x', '-', '1', '\\.', '\\"', '\\(', '\\032', '\\\\'),
  minLength: 1,
  maxLength: 9,
});
const CHOICES = ['Add', 'delete', 'a b', 'a.'];
const VALUES: {
  readonly [Type in OptionType]: fc.Arbitrary<Values<{ o: { type: Type; about: ''; required: true } }>['o']>;
} = {
  word: awkward,
  text: awkward,
  server: awkward,
  presentation: awkward,
  file: awkward,
  integer: fc.maxSafeInteger(),
  choice: fc.constantFrom(...CHOICES),
  listed: fc.constantFrom('route53', 'cloudflare', 'google-cloud-dns'),
  list: fc.uniqueArray(fc.constantFrom('route53', 'cloudflare', 'google-cloud-dns'), { minLength: 1 }),
  name: fc.array(label, { maxLength: 4 }).map((labels) => name(labels.length === 0 ? '.' : labels.join('.'))),
  'rr-type': fc.constantFrom('A', 'ANY', 'TYPE65280'),
  'record-type': fc.constantFrom('A', 'ANY', 'ALIAS'),
  duration: fc.nat({ max: 4_000_000_000 }),
  member: fc.constantFrom('@U024BE7LH', '@41771983423143936', '@&41771983423143936'),
  channel: fc.constantFrom('C024BE7LR', '41771983423143936', '7'),
  time: fc.constantFrom('00:00', '09:00', '21:45'),
  zone: fc.constantFrom(...ZONES),
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
};
const command = fc
  .array(fc.record({ type: fc.constantFrom(...OPTION_TYPES), required: fc.boolean() }), { maxLength: 6 })
  .chain((drawn) => {
    const options = Object.fromEntries(
      drawn.map(({ type, required }, index) => {
        return [
          `k${index}`,
          { type, about: '', choices: CHOICES, list: 'dns-hosts', ...(required ? { required } : {}) },
        ];
      }),
    ) as OptionTable;
    const values = fc.record(
      Object.fromEntries(
        drawn.map(({ type, required }, index) => {
          return [`k${index}`, required ? VALUES[type] : fc.oneof(fc.constant(undefined), VALUES[type])];
        }),
      ),
    ) as fc.Arbitrary<Values<OptionTable>>;
    return fc.record({ options: fc.constant(options), values });
  });

describe('for all lines and commands', () => {
  test('a command that is written is read back as the same', () => {
    fc.assert(
      fc.property(command, ({ options, values }) => {
        const declaration = declare({ name: 'c', summary: '', options, examples: [], handle: async () => notice('') });
        const line = commandLine(declaration, values);
        expect([line, parseLine(line, [declaration], lists)]).toEqual([
          line,
          { ok: true, value: { declaration, values } },
        ]);
      }),
      { numRuns: 5_000 },
    );
  });

  test('any line is a command or a problem that can be said', () => {
    const words = declarations.flatMap(({ name, options }) => [
      `/${name}`,
      ...Object.keys(options).map((key) => `${key}=`),
    ]);
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.oneof(fc.constantFrom(...words), awkward), { maxLength: 9 }).map((parts) => parts.join(' ')),
      awkward.map((text) => `/${text}`),
    );
    fc.assert(
      fc.property(line, (typed) => {
        const parsed = read(typed);
        if (!parsed.ok) expect(describeProblem(parsed.problem)).toMatch(/[.?]$/);
      }),
      { numRuns: 5_000 },
    );
  });

  test.each(['"', 'a', 'a"', '@', 'k=', '1d', '\\', ' ,', 'a='])('the longest line of %j is read', (part) => {
    for (const start of ['/wait ', '/host example.com ', '/dig ', '/', '/record a.test TXT '])
      read(start + part.repeat(LONGEST_LINE / part.length).slice(0, LONGEST_LINE - start.length));
  });
});
