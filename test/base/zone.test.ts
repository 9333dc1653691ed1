import { expect, test } from 'vitest';
import { parseZone, ZONES } from '../../src/base/zone.ts';

// biome-ignore format: a table reads down its columns
test.each([
  ['its name',                  'Europe/Lisbon',        'Europe/Lisbon'],
  ['in any case',               'europe/lisbon',        'Europe/Lisbon'],
  ['with a space',              'America/New York',     'America/New_York'],
  ['its city alone',            'lisbon',               'Europe/Lisbon'],
  ['a city of two words',       'new york',             'America/New_York'],
  ['a name of three parts',     'america/indiana/knox', 'America/Indiana/Knox'],
  ['UTC',                       'utc',                  'UTC'],
  ['Greenwich by its old name', 'GMT',                  'UTC'],
  ['a short city',              'lima',                 'America/Lima'],
] as const)('a zone is read by %s', (_, typed, zone) => {
  expect(parseZone(typed)).toEqual({ ok: true, value: zone });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['a slip',                 'Europe/Lisbn',  { kind: 'unknown', nearest: 'Europe/Lisbon' }],
  ['a city with a slip',     'Lisbn',         { kind: 'unknown', nearest: 'Europe/Lisbon' }],
  ['a longer city, a slip',  'Copenhagn',     { kind: 'unknown', nearest: 'Europe/Copenhagen' }],
  ['an offset',              '+02:00',        { kind: 'offset' }],
  ['an offset from UTC',     'UTC+2',         { kind: 'offset' }],
  ['an abbreviation',        'PST',           { kind: 'abbreviation' }],
  ['summer time',            'CEST',          { kind: 'abbreviation' }],
  ['nonsense',               'Xyzzy/Quuxblorb', { kind: 'unknown' }],
] as const)('no zone: %s', (_, typed, problem) => {
  expect(parseZone(typed)).toEqual({ ok: false, problem });
});

test('every zone is read by its own name', () => {
  expect(ZONES.length).toBeGreaterThan(400);
  expect(ZONES.filter((zone) => parseZone(zone).ok)).toEqual(ZONES);
});
