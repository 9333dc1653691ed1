import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { instant } from '../../../src/base/time.ts';
import { dsOf, makeKeys } from '../../../src/dns/dnssec/keys.ts';
import { displayName, name } from '../../../src/dns/name.ts';
import type { RRset } from '../../../src/dns/record.ts';
import { typeOf } from '../../../src/dns/record.ts';
import { onLoopback } from '../../../src/dns/serve/loopback.ts';
import { resolverHandler } from '../../../src/dns/serve/resolver-handler.ts';
import { serveInternet } from '../../../src/dns/serve/serve-internet.ts';
import { decodeResponse } from '../../../src/dns/wire/decode-response.ts';
import { encodeQuery } from '../../../src/dns/wire/encode-query.ts';
import { testWithPrograms } from '../../support/programs.ts';
import { EXAMPLE } from '../dnssec/example-zones.ts';
import { type Plans, START } from '../dnssec/signed-internet.ts';
import { simulatedInternet } from '../dnssec/simulated-internet.ts';

const ds = dsOf(name('club.org.'), makeKeys(name('club.org.'), 'other').ksk.dnskey)!;
/** The example, with a DS that matches no key of `club.org`. */
const PLANS: Plans = { ...EXAMPLE, 'club.org.': { ...EXAMPLE['club.org.']!, ds: [ds] } };

const { internet, trustAnchors } = simulatedInternet(PLANS);
const handle = resolverHandler({ internet, now: () => START, config: { validate: { trustAnchors } } });

/** What the resolver replies to a client. */
function reply(qname: string, wanted: { dnssec?: boolean; edns?: boolean; cd?: boolean } = {}) {
  const question = { qname: name(qname), qtype: 'A' } as const;
  const octets = handle(encodeQuery({ id: 1, question, rd: true, edns: true, ...wanted }), 'udp');
  const read = octets && decodeResponse(octets);
  if (!read) throw new Error('no reply that can be read');
  return read.response;
}
const inShort = (section: readonly RRset[]) => section.map((set) => `${displayName(set.owner)} ${typeOf(set)}`);

describe('a resolver that validates, on the wire', () => {
  test('sets AD for a client that wants signatures, and gives them', () => {
    const said = reply('www.shop.com', { dnssec: true });
    expect([said.ad, inShort(said.answer)]).toEqual([true, ['www.shop.com A', 'www.shop.com RRSIG']]);
    expect(inShort(reply('nothing.shop.com', { dnssec: true }).authority)).toContain('shop.com NSEC');
  });

  test('gives the bare answer, without AD, to one that does not', () => {
    const said = reply('www.shop.com');
    expect([said.ad, inShort(said.answer)]).toEqual([undefined, ['www.shop.com A']]);
    expect(reply('www.plain.com', { dnssec: true }).ad).toBeUndefined();
  });

  test('says SERVFAIL and why of what is bogus', () => {
    const said = reply('www.club.org');
    expect(said).toMatchObject({ rcode: 'SERVFAIL', answer: [] });
    expect(said.extendedErrors).toMatchObject([{ code: 9, text: expect.stringContaining('at the registrar') }]);
    expect(reply('www.club.org', { edns: false })).not.toHaveProperty('extendedErrors');
  });

  test('gives what is bogus all the same to a client that sets CD, without AD', () => {
    const said = reply('www.club.org', { cd: true, dnssec: true });
    expect([said.rcode, said.ad, inShort(said.answer)[0]]).toEqual(['NOERROR', undefined, 'www.club.org A']);
  });
});

// biome-ignore format: a table reads down its columns
const DELV: readonly [text: string, says: string][] = [
  ['www.shop.com A',         '; fully validated'],
  ['alias.shop.com A',       '; fully validated'],
  ['x.wild.shop.com A',      '; fully validated'],
  ['www.old.shop.com A',     '; fully validated'],
  ['www.shop.com MX',        '; negative response, fully validated'],
  ['nothing.shop.com A',     '; negative response, fully validated'],
  ['deep.down.below.shop.com MX', '; negative response, fully validated'],
  ['x.wild.shop.com MX',     '; negative response, fully validated'],
  ['plain.com DS',           '; negative response, fully validated'],
  ['shop.com DNSKEY',        '; fully validated'],
  ['www.plain.com A',        '; unsigned answer'],
  ['nothing.plain.com A',    '; negative response, unsigned answer'],
  ['www.club.org A',         'resolution failed'],
];

testWithPrograms('delv finds the same by what the resolver gives it', ['delv'], async () => {
  const now = Math.floor(Date.now() / 1000);
  const today = simulatedInternet(PLANS, now);
  const config = { queryLocalhost: true, validate: { trustAnchors: today.trustAnchors } };
  const fault = (error: unknown) => {
    throw error;
  };
  const options = { port: 0, now: () => instant(now * 1000), config, fault };
  const served = await serveInternet(onLoopback(today.internet), options);
  const folder = await mkdtemp(join(tmpdir(), 'delv-'));
  try {
    const [anchor] = today.trustAnchors[0]!.ds;
    const file = join(folder, 'anchors');
    const { keyTag, algorithm, digestType, digest } = anchor!;
    await writeFile(file, `trust-anchors { . static-ds ${keyTag} ${algorithm} ${digestType} "${digest}"; };\n`);
    for (const [text, says] of DELV) {
      const args = ['@127.0.0.1', '-p', String(served.port), '-a', file, '+root=.', ...text.split(' ')];
      const { stdout, stderr } = await promisify(execFile)('delv', args).catch((error) => error);
      expect([text, `${stdout}${stderr}`]).toEqual([text, expect.stringContaining(says)]);
    }
  } finally {
    await served.close();
    await rm(folder, { recursive: true });
  }
});
