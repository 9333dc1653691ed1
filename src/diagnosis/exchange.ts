import type { Question, Response } from '../dns/message.ts';
import { displayName, type Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import { isOfType, type RRset, type RRsetOf, type RRType, typeOf } from '../dns/record.ts';
import { askServer, type Internet } from '../dns/resolver/internet.ts';

/** A name server at one of its addresses. */
export interface ServerAddress {
  readonly name: Name;
  readonly address: string;
}

/** A question put to a server directly, and what came back. */
export interface Exchange {
  readonly server: ServerAddress;
  readonly question: Question;
  readonly response: Response | 'timeout';
}

/** Puts a question to one server, without recursion. */
export const put = (internet: Internet, server: ServerAddress, question: Question): Exchange => ({
  ...{ server, question },
  response: askServer(internet, server.address, question),
});

/** What a server answered with authority: the set of that name and type; undefined if it gave none. */
export function answered<T extends RRType>({ response, question }: Exchange, type: T): RRsetOf<T> | undefined {
  if (response === 'timeout' || response.rcode !== 'NOERROR' || !response.aa) return undefined;
  return response.answer.find((set): set is RRsetOf<T> => set.owner === question.qname && isOfType(set, type));
}

/** The delegation of a name that a server gave: its NS set, and the addresses that came with it. */
export function referral({ response }: Exchange, to: Name): Referral | undefined {
  if (response === 'timeout' || response.rcode !== 'NOERROR' || response.aa) return undefined;
  const ns = response.authority.find((set): set is RRsetOf<'NS'> => set.owner === to && isOfType(set, 'NS'));
  return ns && { ns, glue: response.additional.filter(isAddressSet) };
}
export interface Referral {
  readonly ns: RRsetOf<'NS'>;
  readonly glue: readonly RRset[];
}

export const isAddressSet = (set: RRset): boolean => isOfType(set, 'A') || isOfType(set, 'AAAA');
/** The addresses in sets. */
export const addressesIn = (sets: readonly RRset[]): readonly string[] =>
  sets.flatMap(({ rdata }) => rdata.flatMap((one) => ('address' in one ? [one.address] : [])));
/** The names of an NS set. */
export const serversIn = ({ rdata }: RRsetOf<'NS'>): readonly Name[] => rdata.map(({ nameServer }) => nameServer);

const MOST_VALUES = 4;

/** What came back, in a few words: `REFUSED`, `a referral to ns1.hover.com, ns2.hover.com`, `A 203.0.113.9`. */
export function saidIn({ response, question }: Exchange): string {
  if (response === 'timeout') return 'no reply';
  const { rcode, answer, authority, aa } = response;
  if (answer.length > 0) return answer.map(setInWords).join('; ');
  const ns = authority.find((set) => isOfType(set, 'NS'));
  if (rcode === 'NOERROR' && ns && !aa) return `a referral to ${valuesOf(ns)}`;
  if (rcode === 'NOERROR') return `no ${question.qtype}${aa ? '' : ', without authority'}`;
  const soa = authority.find((set) => isOfType(set, 'SOA'));
  return soa ? `${rcode}, says the zone ${displayName(soa.owner)}` : rcode;
}

/** `A 203.0.113.9`, `NS ns1.hover.com, ns2.hover.com`. */
export const setInWords = (set: RRset): string => `${typeOf(set)} ${valuesOf(set)}`;

function valuesOf(set: RRset): string {
  const shown = set.rdata.slice(0, MOST_VALUES).map(dataWords);
  const more = set.rdata.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function dataWords(rdata: RRset['rdata'][number]): string {
  if (rdata.type === 'SOA') return `of ${displayName(rdata.mname)}, serial ${rdata.serial}`;
  if (rdata.type === 'DNSKEY') return `with flags ${rdata.flags}`;
  if (rdata.type === 'DS') return `of key ${rdata.keyTag}`;
  return formatRdata(rdata).replace(/\.$/, '');
}
