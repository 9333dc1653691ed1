import { describe, expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { HOUR } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { parseQType } from '../../src/dns/rr-type.ts';
import { type Action, decide } from '../../src/world/action.ts';
import { replay } from '../../src/world/apply.ts';
import { ask, FRESH_RESOLVER, FRESH_VALIDATING_RESOLVER, RESOLVER, VALIDATING_RESOLVER } from '../../src/world/ask.ts';
import { newWorld, type World } from '../../src/world/world.ts';
import { catalogue } from '../support/world.ts';

const DOMAIN = name('quillcove-example.com');
const rng = seededRng(7);

function played(world: World, ...actions: readonly Action[]): World {
  return actions.reduce((current, action) => {
    const decision = decide(current, 'you', action, rng);
    if (decision.kind === 'refused') throw new Error(JSON.stringify(decision.refusal));
    return replay(current, decision.events);
  }, world);
}
const refusal = (world: World, action: Action) => {
  const decision = decide(world, 'you', action, rng);
  return decision.kind === 'refused' ? decision.refusal : 'accepted';
};
const look = (world: World, text: string, resolver: string) => {
  const [qname = '', qtype = 'A'] = text.split(' ');
  return ask(world, { qname: name(qname), qtype: parseQType(qtype)! }, resolver);
};
const rcodes = (world: World) =>
  [FRESH_RESOLVER, FRESH_VALIDATING_RESOLVER].map(
    (resolver) => look(world, 'www.quillcove-example.com', resolver).rcode,
  );

const at = (host: string) => ({ origin: DOMAIN, host }) as const;
const www = (host: string, address: string): Action => ({
  kind: 'put-record',
  ...at(host),
  request: { action: 'add', owner: name('www.quillcove-example.com'), rdata: { type: 'A', address }, ttl: 300 },
});
const unsigned = played(
  newWorld(catalogue),
  { kind: 'register', domain: DOMAIN, registrar: 'route53' },
  www('route53', '203.0.113.7'),
);
const signed = played(unsigned, { kind: 'sign-zone', ...at('route53') });
const secure = played(signed, { kind: 'copy-ds', domain: DOMAIN, host: 'route53' });

describe('a resolver that checks signatures finds', () => {
  // biome-ignore format: a table reads down its columns
  test.each([
    ['a domain that nobody signs insecure',                     unsigned, 'insecure'],
    ['one that its host signs, with no DS above, insecure too', signed,   'insecure'],
    ['one whose DS the registry publishes secure',              secure,   'secure'],
  ] as const)('%s', (_, world, security) => {
    const found = look(world, 'www.quillcove-example.com', FRESH_VALIDATING_RESOLVER);
    expect(found).toMatchObject({ rcode: 'NOERROR', security, ad: security === 'secure' });
  });

  test('the suffixes and the root secure, and what does not exist there', () => {
    for (const text of ['com SOA', '. NS', 'nobody-has-this-example.com', 'nonesuch']) {
      expect(look(secure, text, FRESH_VALIDATING_RESOLVER).security).toBe('secure');
    }
  });
});

describe('when hosting moves and the DS is left behind', () => {
  const moved = played(secure, { kind: 'create-zone', ...at('dnsimple') }, www('dnsimple', '203.0.113.9'), {
    kind: 'copy-name-servers',
    domain: DOMAIN,
    host: 'dnsimple',
  });

  test('a resolver that checks fails and says who must act; one that does not goes on', () => {
    expect(rcodes(moved)).toEqual(['NOERROR', 'SERVFAIL']);
    const failed = look(moved, 'www.quillcove-example.com', FRESH_VALIDATING_RESOLVER);
    expect(failed.security).toBe('bogus');
    expect(failed.extendedErrors?.[0]?.text).toContain('registrant');
  });

  test('signing at the new host does not help: the keys are others', () => {
    expect(rcodes(played(moved, { kind: 'sign-zone', ...at('dnsimple') }))).toEqual(['NOERROR', 'SERVFAIL']);
  });

  test('withdrawing the DS mends it, and so does publishing that of the new keys', () => {
    expect(rcodes(played(moved, { kind: 'set-ds', domain: DOMAIN, ds: [] }))).toEqual(['NOERROR', 'NOERROR']);
    const resigned = played(
      moved,
      { kind: 'sign-zone', ...at('dnsimple') },
      { kind: 'copy-ds', domain: DOMAIN, host: 'dnsimple' },
    );
    expect(look(resigned, 'www.quillcove-example.com', FRESH_VALIDATING_RESOLVER)).toMatchObject({ ad: true });
  });

  test('a resolver that has looked before notices when what it remembers runs out', () => {
    const asked = { qname: name('www.quillcove-example.com'), qtype: 'A' } as const;
    const ask = (resolver: string): Action => ({ kind: 'ask', question: asked, resolver });
    const warm = played(secure, ask(RESOLVER), ask(VALIDATING_RESOLVER));
    const movedWarm = played(warm, { kind: 'create-zone', ...at('dnsimple') }, www('dnsimple', '203.0.113.9'), {
      kind: 'copy-name-servers',
      domain: DOMAIN,
      host: 'dnsimple',
    });
    expect(look(movedWarm, 'www.quillcove-example.com', VALIDATING_RESOLVER).rcode).toBe('NOERROR');
    const later = played(movedWarm, { kind: 'wait', span: 72 * HOUR });
    expect(look(later, 'www.quillcove-example.com', VALIDATING_RESOLVER).rcode).toBe('SERVFAIL');
    expect(look(later, 'www.quillcove-example.com', RESOLVER).rcode).toBe('NOERROR');
  });
});

/** The same at a host that never asks whether a DS is still there. */
const elsewhere = played(
  newWorld(catalogue),
  { kind: 'register', domain: DOMAIN, registrar: 'route53' },
  { kind: 'create-zone', ...at('dnsimple') },
  www('dnsimple', '203.0.113.7'),
  { kind: 'copy-name-servers', domain: DOMAIN, host: 'dnsimple' },
  { kind: 'sign-zone', ...at('dnsimple') },
  { kind: 'copy-ds', domain: DOMAIN, host: 'dnsimple' },
);

test('signing is taken back before the DS, and that too is a failure', () => {
  expect(rcodes(elsewhere)).toEqual(['NOERROR', 'NOERROR']);
  expect(rcodes(played(elsewhere, { kind: 'unsign-zone', ...at('dnsimple') }))).toEqual(['NOERROR', 'SERVFAIL']);
  expect(refusal(secure, { kind: 'unsign-zone', ...at('route53') })).toMatchObject({ reason: 'ds-at-parent' });
});

test('the keys that were thrown away do not come back: signed again, a zone has others', () => {
  const again = played(elsewhere, { kind: 'unsign-zone', ...at('dnsimple') }, { kind: 'sign-zone', ...at('dnsimple') });
  expect(rcodes(again)).toEqual(['NOERROR', 'SERVFAIL']);
  expect(rcodes(played(again, { kind: 'copy-ds', domain: DOMAIN, host: 'dnsimple' }))).toEqual(['NOERROR', 'NOERROR']);
});

test('a DS is kept for as long as the registry says of DS records', () => {
  const { answer } = look(secure, 'quillcove-example.com DS', FRESH_RESOLVER);
  expect(answer[0]).toMatchObject({ ttl: 86_400, rdata: [{ type: 'DS' }] });
  expect(catalogue.tlds.get(name('com'))).toMatchObject({ dsTtl: 86_400, delegationTtl: 172_800 });
});

// biome-ignore format: a table reads down its columns
test.each([
  ['keys of a zone that is not signed',  unsigned, { kind: 'copy-ds', domain: DOMAIN, host: 'route53' },            { reason: 'not-signed' }],
  ['signing twice',                      signed,   { kind: 'sign-zone', ...at('route53') },                         { reason: 'already-signed' }],
  ['signing what is not there',          signed,   { kind: 'sign-zone', ...at('cloudflare') },                      { reason: 'no-such-hosted-zone' }],
  ['ceasing to sign what is not signed', unsigned, { kind: 'unsign-zone', ...at('route53') },                       { reason: 'not-signed' }],
  ['the same DS again',                  secure,   { kind: 'copy-ds', domain: DOMAIN, host: 'route53' },            { reason: 'ds-unchanged', isNone: false }],
  ['taking away what is not there',      signed,   { kind: 'set-ds', domain: DOMAIN, ds: [] },                      { reason: 'ds-unchanged', isNone: true }],
  ['a DS of a name nobody holds',        secure,   { kind: 'set-ds', domain: name('other-example.com'), ds: [] },   { reason: 'not-registered' }],
] as const)('%s is refused', (_, world, action, expected) => {
  expect(refusal(world, action)).toMatchObject(expected);
});

test('a zone that is made again after it was deleted has other keys', () => {
  const ds = [
    secure,
    played(
      unsigned,
      { kind: 'create-zone', ...at('dnsimple') },
      { kind: 'sign-zone', ...at('dnsimple') },
      { kind: 'copy-ds', domain: DOMAIN, host: 'dnsimple' },
    ),
  ];
  const [one, other] = ds.map((world) => world.registrations.get(DOMAIN)?.ds?.[0]?.keyTag);
  expect(one).not.toBe(other);
});
