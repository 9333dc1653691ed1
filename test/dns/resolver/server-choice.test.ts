import { expect, test } from 'vitest';
import { aa, byName, found, refer, run, type Script, says } from './script.ts';

const GOOD = says(aa, 'www.example. A 192.0.2.80');
const SILENT = () => 'timeout' as const;
const two = says(
  {},
  '',
  'example. NS a.example. / example. NS b.example.',
  'a.example. A 192.0.2.1 / b.example. A 192.0.2.2',
);
const pair = (one: Script[string], other: Script[string]): Script => ({ 1: two, '192.0.2.1': one, '192.0.2.2': other });
/** The servers asked after the root, by their last number, in order. */
const servers = (asked: readonly string[]) =>
  asked
    .slice(1)
    .map((query) => query.split(' ')[0]?.at(-1))
    .join('');
/** Under twenty seeds. */
const seeded = (script: Script, config = {}) =>
  Array.from({ length: 20 }, (_, seed) => run(script, 'www.example.', { config: { ...config, seed } }));

test('silence everywhere: each address has its tries, the second only when all had their first', () => {
  const resolution = run(pair(SILENT, SILENT));
  expect(resolution).toMatchObject({ rcode: 'SERVFAIL', reason: 'no-usable-server' });
  expect(['1212', '2121']).toContain(servers(resolution.asked));
  expect(servers(run(pair(SILENT, SILENT), 'www.example.', { config: { tries: 3 } }).asked)).toHaveLength(6);
  expect(servers(run(pair(SILENT, SILENT), 'www.example.', { config: { tries: 1 } }).asked)).toHaveLength(2);
});

test('a silent server is not asked again when the other one answers', () => {
  const orders = seeded(pair(SILENT, GOOD)).map(({ asked }) => servers(asked));
  expect(new Set(orders)).toEqual(new Set(['2', '12']));
});

test('a server that misses only the first query is heard at its second', () => {
  let missed = 0;
  const sleepy: Script[string] = (query) => (missed++ === 0 ? 'timeout' : GOOD(query));
  const resolution = run(pair(sleepy, says({ rcode: 'SERVFAIL' })));
  expect(found(resolution)).toBe('NOERROR 192.0.2.80');
  expect(servers(resolution.asked).slice(-2)).toMatch(/^.1$/);
});

test('the same seed asks the same servers in the same order', () => {
  const orders = () => seeded(pair(GOOD, GOOD)).map(({ asked }) => servers(asked));
  expect(orders()).toEqual(orders());
  expect(new Set(orders())).toEqual(new Set(['1', '2']));
});

test.each([
  ['silent', SILENT],
  ['lame', says({ rcode: 'REFUSED' })],
  ['slow', GOOD],
] as const)('a server remembered as %s is asked last, for as long as it is remembered', (kind, bad) => {
  const other = (query: Parameters<typeof GOOD>[0]) => says(aa, `${query.question.qname} A 192.0.2.81`)(query);
  const script = pair(bad, other);
  const rtt = (query: { address: string }) => (kind === 'slow' && query.address === '192.0.2.1' ? 900 : 20);
  for (let seed = 0; seed < 20; seed += 1) {
    const config = { seed, serverTtl: 900 };
    const first = run(script, 'www.example.', { config, rtt });
    if (!servers(first.asked).startsWith('1')) continue;
    const again = Array.from({ length: 8 }, (_, at) =>
      run(script, `n${at}.example.`, { config, rtt, cache: first.cache, at: at + 5 }),
    );
    expect(again.map(({ asked }) => servers(['', ...asked]))).toEqual(again.map(() => '2'));
    const late = Array.from({ length: 12 }, (_, at) =>
      run(script, `n${at}.example.`, { config, rtt, cache: first.cache, at: 910 + at }),
    );
    expect(late.some(({ asked }) => servers(asked).startsWith('1'))).toBe(true);
  }
});

test('nothing is remembered of servers unless told to, so that a mended one is asked at once', () => {
  for (const { cache } of seeded(pair(SILENT, GOOD))) expect(cache.servers).toBeUndefined();
});

test('a server that is lame for one zone is not so for another', () => {
  const both = says({}, '', 'example. NS ns.example.', 'ns.example. A 192.0.2.1 / ns.example. A 192.0.2.2');
  const script: Script = {
    1: byName(['test.', says({}, '', 'test. NS ns.test.', 'ns.test. A 192.0.2.1 / ns.test. A 192.0.2.2')], ['.', both]),
    '192.0.2.1': byName(['test.', says(aa, 'www.test. A 192.0.2.90')]),
    '192.0.2.2': byName(['.example.', GOOD]),
  };
  const config = { serverTtl: 900 };
  const first = run(script, 'www.example.', { config });
  const second = run(script, 'www.test.', { config, cache: first.cache });
  expect(found(second)).toBe('NOERROR 192.0.2.90');
  expect(run(script, 'other.example.', { config, cache: second.cache }).asked.at(-1)).toBe('192.0.2.2 other.example.');
});

test('an empty reply without authority is believed only when nobody says more', () => {
  for (const resolution of seeded(pair(says({}), GOOD))) expect(found(resolution)).toBe('NOERROR 192.0.2.80');
  expect(run(pair(says({}), SILENT))).toMatchObject({ rcode: 'NOERROR', outcome: 'nodata' });
});

test('of several aliases at one name the first is followed', () => {
  const script = {
    1: refer('example.', '192.0.2.1'),
    '192.0.2.1': byName(
      ['www.example.', says(aa, 'www.example. CNAME a.example. / www.example. CNAME b.example.')],
      ['a.example.', says(aa, 'a.example. A 192.0.2.80')],
    ),
  };
  expect(found(run(script))).toBe('NOERROR a.example. 192.0.2.80');
});

test('an address that may not be asked is as good as none: another one is looked up', () => {
  const script: Script = {
    1: byName(
      ['net.', refer('net.', '192.0.2.9')],
      ['.', says({}, '', 'example. NS ns.six.net.', 'ns.six.net. AAAA 2001:db8::1')],
    ),
    '192.0.2.9': says(aa, 'ns.six.net. A 192.0.2.1'),
    '192.0.2.1': GOOD,
  };
  expect(found(run(script, 'www.example.', { config: { ip6: false } }))).toBe('NOERROR 192.0.2.80');
});

test('YXDOMAIN without a DNAME that explains it is of no use', () => {
  expect(run(pair(says({ rcode: 'YXDOMAIN' }), says({ ...aa, rcode: 'YXDOMAIN' })))).toMatchObject({
    rcode: 'SERVFAIL',
  });
});
