import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeTranscript, readTranscript } from '../../src/transcripts/read-transcript.ts';
import { digest } from './digest.ts';
import { SAMPLES } from './samples.ts';

test.each(SAMPLES)('reads $what', ({ text, says }) => {
  const { faults, ...read } = readTranscript(text);
  expect(faults).toEqual([]);
  expect(digest(read)).toEqual(says);
  expect(looksLikeTranscript(text)).toBe(true);
  expect(digest(readTranscript(text.replaceAll('\n', '\r\n')))).toEqual(says);
});

test('the same is read from a quotation, and with the blanks of a web page', () => {
  for (const { text, says } of SAMPLES) {
    const quoted = text
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
    expect(digest(readTranscript(quoted))).toEqual(says);
    expect(digest(readTranscript(text.replaceAll(' ', '\u00a0')))).toEqual(says);
  }
});

test('nothing of people is taken in', () => {
  const all = JSON.stringify(SAMPLES.map(({ text }) => readTranscript(text)));
  expect(all).not.toMatch(/Petra|Muster|Invented Lane|Nowhere|abuse@/i);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a master file',                'www 300 IN A 192.0.2.1\n',                                    false],
  ['a master file with its names', '$ORIGIN example.com.\nwww.example.com. 300 IN A 192.0.2.1\n', false],
  ['whole records with an SOA',    'e.test. 5 IN SOA a.test. b.test. 1 2 3 4 5\n',                false],
  ['prose',                        'dig deeper, and whois the owner: nobody knows\n',             false],
  ['nothing',                      '\n\n',                                                        false],
])('%s is no transcript', (_, text, is) => {
  expect(looksLikeTranscript(text)).toBe(is);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['no output at all',          'hello\nthere',                                                                                   [[1, 'nothing here is the output of `dig`, `whois` or RDAP']]],
  ['data without a question',   '192.0.2.7\n',                                                                                    [[1, 'send the command above it too']]],
  ['a record that is wrong',    ';; ANSWER SECTION:\nwww.e.com. 5 IN A 192.0.2\nwww.e.com. 5 IN MX ten m.e.com.\n',               [[2, 'A: '], [3, 'MX: the preference']]],
  ['an answer that is cut off', ';; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; flags: qr; QUERY: 1, ANSWER: 2, AUTHORITY: 0, ADDITIONAL: 0\n;; ANSWER SECTION:\nwww.e.com. 5 IN A 192.0.2.1\n', [[1, 'counts 2 in the answer section, and 1 can be read']]],
  ['a record that is cut off',  ';; ANSWER SECTION:\ne.com. 5 IN SOA ns.e.com. h.e.com. (\n  1 2\n',                              [[2, 'parenthesis is never closed']]],
  ['whois that is cut off',     'Domain Name: E.COM\nRegistry Domain ID: 1\n',                                                    [[1, 'the record of e.com is cut off']]],
  ['whois of something else',   '% IANA WHOIS server\ndomain: COM\nstatus: ACTIVE\n',                                             [[1, 'has a line `Domain Name: example.com`']]],
  ['whois that refused',        '$ whois e.com\nWHOIS LIMIT EXCEEDED - SEE WWW.PIR.ORG/WHOIS FOR DETAILS\n',                      [[2, 'refused to say']]],
  ['JSON that is cut off',      '{\n "objectClassName": "domain",\n "ldhName": "e.c',                                             [[1, 'cannot be read to its end']]],
  ['JSON of something else',    '{"objectClassName": "ip network"}',                                                              [[1, 'no RDAP answer about a domain']]],
  ['+short of something else',  '$ dig +short e.com A\nhello world\n',                                                            [[2, 'should be the data of a record']]],
] as const)('%s is told by line', (_, text, faults) => {
  const read = readTranscript(text).faults;
  expect(read.map(({ line }) => line)).toEqual(faults.map(([line]) => line));
  for (const [place, [, words]] of faults.entries()) expect(read[place]?.message).toContain(words);
});

/** Lines of all samples, whole and torn. */
const pieces = fc.constantFrom(...SAMPLES.flatMap(({ text }) => text.split('\n')));
const torn = fc.tuple(pieces, fc.nat(60)).map(([line, at]) => line.slice(at));

test('no text makes the readers throw, and every line they speak of is one of it', () => {
  const lines = fc.array(
    fc.oneof(pieces, torn, fc.string({ unit: 'binary' }), fc.constantFrom('', '{', '}', '(', '"')),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(lines, (written) => {
      const text = written.join('\n');
      const count = text.split(/\r\n?|\n/).length;
      looksLikeTranscript(text);
      const { replies, records, absences, passedOver, faults } = readTranscript(text);
      const spoken = [...replies.flatMap((reply) => reply.records), ...records, ...absences, ...passedOver, ...faults];
      for (const { line } of spoken) expect(line >= 1 && line <= count).toBe(true);
    }),
    { numRuns: 400 },
  );
});
