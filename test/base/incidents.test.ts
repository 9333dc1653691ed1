import { expect, test } from 'vitest';
import { describeFault, openIncidents } from '../../src/base/incidents.ts';
import { type DurationMs, HOUR, instant, later, MINUTE, SECOND } from '../../src/base/time.ts';
import { StoreError } from '../../src/store/store-error.ts';

/** Incidents by a clock of the test's, with what they log. */
function anObserver() {
  let now = instant(HOUR * 10);
  let ids = 0;
  const log: string[] = [];
  const incidents = openIncidents(
    () => `i${++ids}`,
    (line) => log.push(line),
    () => now,
  );
  const after = (span: DurationMs, error?: unknown) => {
    now = later(now, span);
    incidents.endThoseOver();
    if (error === undefined) return 'nothing';
    const { id, level } = incidents.newIncident(error);
    return `${id} ${level}`;
  };
  return { log, after };
}

const full = () => new StoreError('a.db', 'disk');
const locked = () => new StoreError('a.db', 'locked');

test('a fault that meets many is one incident, told once as it begins and once when it is over', () => {
  const { log, after } = anObserver();
  expect(after(0, full())).toBe('i1 error');
  for (let second = 0; second < 90; second++) expect(after(SECOND, full())).toBe('i1 debug');
  expect(log).toEqual([]);
  after(2 * MINUTE);
  after(2 * MINUTE);
  expect(log).toEqual(['incident i1 is over: it came 91 times within 1m30s']);
  expect(after(SECOND, full())).toBe('i2 error');
});

test('what has another cause is another incident, and what came once is not said to be over', () => {
  const { log, after } = anObserver();
  const bug = new Error('no such thing');
  expect([
    after(0, full()),
    after(0, locked()),
    after(0, bug),
    after(0, bug),
    after(0, new Error('no such thing')),
  ]).toEqual(['i1 error', 'i2 error', 'i3 error', 'i3 debug', 'i4 error']);
  after(HOUR);
  expect(log).toEqual(['incident i3 is over: it came 2 times within 0s']);
});

test('a clock that is set back ends an incident, and none lasts for ever by it', () => {
  const { after } = anObserver();
  expect([after(0, full()), after(-HOUR, full()), after(SECOND, full())]).toEqual(['i1 error', 'i2 error', 'i2 debug']);
});

test('of ever new faults only so many are remembered, and each is told', () => {
  const { after } = anObserver();
  for (let fault = 1; fault <= 200; fault++) expect(after(0, new Error(`fault ${fault}`))).toBe(`i${fault} error`);
});

// biome-ignore format: a table reads down its columns
test.each([
  ['what is no bug, by a sentence',       new StoreError('a.db', 'gone'),                            /^The database file a\.db is not where it was: [^\n]*start me again\.$/],
  ['the cause of it',                     new StoreError('a.db', 'disk', new Error('SQLITE_FULL')),  /try again\. Caused by: Error: SQLITE_FULL$/],
  ['a bug, by where it is',               new Error('oops\nfake line'),                              /^Error: oops fake line at .*incidents\.test\.ts/],
  ['what is no error',                    'a word',                                                  /^a word$/],
])('told on one line: %s', (_, error, line) => {
  expect(describeFault(error)).toMatch(line);
});
