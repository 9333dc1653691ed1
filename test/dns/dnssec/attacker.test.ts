import { expect, test } from 'vitest';
import { pick, type Rng, seededRng } from '../../../src/base/random.ts';
import type { Response } from '../../../src/dns/message.ts';
import { type Name, name } from '../../../src/dns/name.ts';
import { formatRdata } from '../../../src/dns/rdata/text.ts';
import { isOfType, type RRset, typeOf } from '../../../src/dns/record.ts';
import type { Resolution } from '../../../src/dns/resolver/resolution.ts';
import { CASES } from './cases.ts';
import { EXAMPLE } from './example-zones.ts';
import { signedInternet, type Tamper, Validator } from './signed-internet.ts';

/** What was found, without TTLs, which an attacker may shorten. */
const found = ({ rcode, answer }: Resolution): string => {
  const records = answer.flatMap(({ owner, rdata }) => rdata.map((one) => `${owner} ${formatRdata(one)}`));
  return [rcode, ...records.sort()].join(' | ');
};

const honest = signedInternet(EXAMPLE);
/** ANY may be answered with any part of what there is. RFC 8482 §4. */
const ASKED = CASES.filter(([text]) => !text.endsWith(' ANY'));
const truth = new Map(ASKED.map(([text]) => [text, found(new Validator(honest).ask(text))]));

/** Changes about each third response, at random, with sets of all responses seen before at hand. */
function attacker(rng: Rng): Tamper {
  const seen: RRset[] = [];
  return (response) => {
    seen.push(...response.answer, ...response.authority);
    if (rng.integer(0, 2) > 0) return response;
    return pick(rng, ATTACKS)(response, rng, seen);
  };
}

type Attack = (response: Response, rng: Rng, seen: readonly RRset[]) => Response;
const each = (response: Response, change: (set: RRset) => readonly RRset[]): Response => ({
  ...response,
  answer: response.answer.flatMap(change),
  authority: response.authority.flatMap(change),
});
const renamed = (set: RRset, owner: Name): RRset => ({ ...set, owner });

const ATTACKS: readonly Attack[] = [
  (response, rng) => each(response, (set) => (rng.integer(0, 3) === 0 ? [] : [set])),
  (response) => each(response, (set) => (isOfType(set, 'RRSIG') ? [] : [set])),
  (response) => each(response, (set) => (isOfType(set, 'NSEC') || isOfType(set, 'DS') ? [] : [set])),
  (response) => ({ ...response, rcode: 'NXDOMAIN', answer: [] }),
  (response) => ({ ...response, rcode: 'NOERROR', answer: [] }),
  (response) => ({ ...response, rcode: 'NOERROR' }),
  (response, rng, seen) => ({ ...response, authority: [...response.authority, pick(rng, seen), pick(rng, seen)] }),
  (response, rng, seen) => ({
    ...response,
    rcode: 'NXDOMAIN',
    answer: [],
    authority: seen.filter((set) => !isOfType(set, 'NS') || rng.integer(0, 1) === 0),
  }),
  (response, _, seen) => ({
    ...response,
    rcode: 'NOERROR',
    answer: [],
    authority: seen.filter((set) => !isOfType(set, 'NS')),
  }),
  (response, rng) => {
    const forged: RRset = { owner: response.question.qname, ttl: 300, rdata: [{ type: 'A', address: '203.0.113.66' }] };
    const signatures = response.answer.filter((set) => isOfType(set, 'RRSIG'));
    return {
      ...response,
      rcode: 'NOERROR',
      aa: true,
      answer: [forged, ...(rng.integer(0, 1) === 0 ? signatures : [])],
    };
  },
  (response, rng, seen) => {
    const other = pick(rng, seen);
    const signatures = seen.filter((set) => isOfType(set, 'RRSIG') && set.owner === other.owner);
    const { qname } = response.question;
    return {
      ...response,
      rcode: 'NOERROR',
      aa: true,
      answer: [other, ...signatures].map((set) => renamed(set, qname)),
    };
  },
  (response, rng) =>
    each(response, (set) =>
      isOfType(set, 'RRSIG')
        ? [
            {
              ...set,
              rdata: set.rdata.map((one) => ({
                ...one,
                labels: rng.integer(0, 4),
                signer: pick(rng, ['.', 'com.', 'shop.com.'].map(name)),
              })),
            },
          ]
        : [set],
    ),
  (response, rng) =>
    each(response, (set) =>
      isOfType(set, 'NSEC')
        ? [{ ...set, rdata: set.rdata.map((one) => ({ ...one, types: pick(rng, [[], ['NS'], ['SOA', 'NS']]) })) }]
        : [set],
    ),
  (response) =>
    each(response, (set) => (typeOf(set) === 'DNSKEY' ? [{ ...set, rdata: set.rdata.slice(0, 1) }] : [set])),
  (response) => ({
    ...response,
    aa: false,
    answer: [],
    authority: response.authority.filter((set) => isOfType(set, 'NS')),
  }),
];

test.each(Array.from({ length: 30 }, (_, seed) => seed))(
  'nothing forged is secure, whatever is done on the way: seed %i',
  (seed) => {
    const rng = seededRng(seed);
    const resolver = new Validator(signedInternet(EXAMPLE, attacker(rng)));
    for (let time = 0; time < 60; time += 1) {
      const [text, security] = pick(rng, ASKED);
      const resolution = resolver.ask(text);
      if (resolution.security === 'secure') expect([text, found(resolution)]).toEqual([text, truth.get(text)]);
      // Nor can anyone make what is signed look unsigned.
      if (security === 'secure')
        expect([text, ['secure', 'bogus', 'indeterminate']]).toEqual([
          text,
          expect.arrayContaining([resolution.security]),
        ]);
      if (resolution.security === 'indeterminate')
        expect([text, resolution.outcome, found(resolution)]).toEqual([text, 'failure', expect.anything()]);
    }
  },
);
