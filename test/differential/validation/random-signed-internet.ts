import { pick, type Rng, seededRng } from '../../../src/base/random.ts';
import { dsOf } from '../../../src/dns/dnssec/keys.ts';
import type { QType } from '../../../src/dns/message.ts';
import { type Name, name, ROOT } from '../../../src/dns/name.ts';
import type { RdataOf } from '../../../src/dns/record.ts';
import type { TrustAnchor } from '../../../src/dns/resolver/resolver-config.ts';
import { makeZone, withRRset, type Zone } from '../../../src/dns/zone/zone.ts';
import { allSets, signZone } from '../../dns/dnssec/signing-server.ts';
import { zone } from '../../support/zone.ts';
import { FAULTS, type SignedSets } from './random-faults.ts';

/** Zones written down with their signatures, by the address of the server they stand at, and what to ask. */
export interface DrawnInternet {
  readonly servers: ReadonlyMap<string, readonly Zone[]>;
  readonly trustAnchor: TrustAnchor;
  readonly questions: readonly { readonly qname: Name; readonly qtype: QType }[];
  /** What is wrong with each domain. */
  readonly faults: ReadonlyMap<Name, readonly string[]>;
}

export const ROOT_ADDRESS = '127.0.1.1';
const [COM, DOMAINS, CHILDREN] = ['127.0.2.1', '127.0.3.1', '127.0.4.1'];
const DAY = 86_400;

/** A root, `com` and so many domains of it with a child each, at some of which something is wrong. */
export function drawSignedInternet(seed: number, domains: number, nowSeconds: number): DrawnInternet {
  const rng = seededRng(seed);
  const period = { inception: nowSeconds - DAY, expiration: nowSeconds + DAY };
  const faults = new Map<Name, readonly string[]>();
  const [domainZones, childZones]: [Zone[], Zone[]] = [[], []];
  const delegations: string[] = [];
  const dsSets: { owner: Name; rdata: readonly RdataOf<'DS'>[] }[] = [];

  const written = (bare: Zone, wrong: readonly string[]): { zone: Zone; ds: readonly RdataOf<'DS'>[] } => {
    const signed = signZone(bare, period, String(seed));
    let all: SignedSets = { origin: bare.origin, ...allSets(signed) };
    for (const fault of wrong) all = { ...all, ...FAULTS[fault]?.(all, rng) };
    return {
      zone: makeZone(bare.origin, [...all.sets, ...all.signatures]),
      ds: drawDs(rng, bare.origin, signed.keys.ksk.dnskey, signed.keys.zsk.dnskey),
    };
  };

  for (let number = 0; number < domains; number += 1) {
    const origin = name(`d${number}.com.`);
    const child = zone(`sub.${origin}`, '@ NS ns1', `ns1 A ${CHILDREN}`, 'www 300 A 192.0.2.92');
    const childIsSigned = pick(rng, [true, false]);
    const wrongInChild = childIsSigned ? drawFaults(rng) : [];
    const signedChild = written(child, wrongInChild);
    faults.set(child.origin, wrongInChild);
    childZones.push(childIsSigned ? signedChild.zone : child);
    let bare = zone(origin, ...domainRecords(pick(rng, ['', `d${(number + 1) % domains}.com.`])));
    const childDs = childIsSigned ? signedChild.ds : pick(rng, [[], [], signedChild.ds]);
    if (childDs.length > 0) bare = withRRset(bare, { owner: child.origin, ttl: 300, rdata: childDs });
    const wrong = drawFaults(rng);
    const signed = written(bare, wrong);
    const isSigned = pick(rng, [true, true, true, true, false]);
    domainZones.push(isSigned ? signed.zone : bare);
    const ds = isSigned ? signed.ds : pick(rng, [[], [], signed.ds]);
    if (ds.length > 0) dsSets.push({ owner: origin, rdata: ds });
    faults.set(origin, [isSigned ? wrong.join(', ') : 'unsigned', `${ds.length} DS`]);
    delegations.push(`d${number} 300 NS ns1.d${number}`, `ns1.d${number} 300 A ${DOMAINS}`);
  }
  let com = zone('com.', '@ NS a', `a A ${COM}`, ...delegations);
  for (const { owner, rdata } of dsSets) com = withRRset(com, { owner, ttl: 300, rdata });
  const signedCom = signZone(com, period);
  const comDs = dsOf(com.origin, signedCom.keys.ksk.dnskey);
  let root = zone('.', '. NS a.root.', `a.root. A ${ROOT_ADDRESS}`, 'com. NS a.com.', `a.com. A ${COM}`);
  if (comDs) root = withRRset(root, { owner: com.origin, ttl: 300, rdata: [comDs] });
  const signedRoot = signZone(root, period);
  const anchor = dsOf(ROOT, signedRoot.keys.ksk.dnskey);
  const whole = (signed: Parameters<typeof allSets>[0]): Zone => {
    const { sets, signatures } = allSets(signed);
    return makeZone(signed.zone.origin, [...sets, ...signatures]);
  };
  return {
    servers: new Map([
      [ROOT_ADDRESS, [whole(signedRoot)]],
      [COM, [whole(signedCom)]],
      [DOMAINS, domainZones],
      [CHILDREN, childZones],
    ]),
    trustAnchor: { owner: ROOT, ds: anchor ? [anchor] : [] },
    questions: domainZones.flatMap(({ origin }) => ASKED.map((text) => questionOf(text, origin))),
    faults,
  };
}

const domainRecords = (other: string): string[] => [
  '@ NS ns1',
  `ns1 300 A ${DOMAINS}`,
  'www 300 A 192.0.2.80',
  'www 300 TXT "www"',
  'alias 300 CNAME www',
  `over 300 CNAME www.${other || 'sub'}`,
  'deep.down.below 300 A 192.0.2.82',
  '*.wild 300 A 192.0.2.81',
  'here.wild 300 TXT "here"',
  '*.cwild 300 CNAME www',
  'old 300 DNAME new',
  'www.new 300 A 192.0.2.83',
  'sub 300 NS ns1.sub',
  `ns1.sub 300 A ${CHILDREN}`,
  'zzz 300 MX 10 www',
];

const ASKED = [
  'www A',
  'www MX',
  'alias A',
  'over A',
  'nothing A',
  'a.nothing A',
  'below A',
  'down.below MX',
  'a.deep.down.below A',
  'x.wild A',
  'x.y.wild A',
  'x.wild MX',
  'here.wild A',
  'x.here.wild A',
  'x.cwild A',
  'www.old A',
  'gone.old A',
  'old DNAME',
  'www.sub A',
  'nothing.sub A',
  'sub DS',
  'sub A',
  'sub NS',
  '@ DS',
  '@ DNSKEY',
  '@ SOA',
  '@ NS',
  '@ MX',
  'zzz MX',
  'zzzz A',
];

function questionOf(text: string, origin: Name): { qname: Name; qtype: QType } {
  const [owner, qtype] = text.split(' ') as [string, QType];
  return { qname: owner === '@' ? origin : name(`${owner}.${origin}`), qtype };
}

function drawFaults(rng: Rng): string[] {
  const count = pick(rng, [0, 1, 1, 1, 2, 3]);
  return Array.from({ length: count }, () => pick(rng, Object.keys(FAULTS)));
}

/** Mostly the right DS, else one with something wrong or something more. */
function drawDs(rng: Rng, origin: Name, ksk: RdataOf<'DNSKEY'>, zsk: RdataOf<'DNSKEY'>): readonly RdataOf<'DS'>[] {
  const right = dsOf(origin, ksk);
  const [sha384, ofZsk] = [dsOf(origin, ksk, 4), dsOf(origin, zsk)];
  if (!right || !sha384 || !ofZsk) throw new Error('a digest that is not known');
  return pick<readonly RdataOf<'DS'>[]>(rng, [
    ...Array<readonly RdataOf<'DS'>[]>(8).fill([right]),
    [],
    [sha384],
    [ofZsk],
    [right, ofZsk],
    [{ ...right, digest: 'ab'.repeat(32) }],
    [{ ...right, digest: 'ab'.repeat(32) }, sha384],
    [{ ...right, keyTag: (right.keyTag + 1) % 65536 }],
    [{ ...right, algorithm: 200 }],
    [{ ...right, digestType: 200 }],
    [{ ...right, algorithm: 200 }, right],
    [{ ...right, digestType: 200 }, right],
    [
      { ...right, algorithm: 200 },
      { ...right, digest: 'ab'.repeat(32) },
    ],
  ]);
}
