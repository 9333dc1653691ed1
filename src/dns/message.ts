import type { Name } from './name.ts';
import type { RRset, RRType } from './record.ts';

/** The response codes known by name. RFC 6895 §2.3. */
// biome-ignore format: in the order of their numbers
export const RCODES = [
  'NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED',
  'YXDOMAIN', 'YXRRSET', 'NXRRSET', 'NOTAUTH', 'NOTZONE', 'BADVERS', 'BADCOOKIE',
] as const;
/** A response code; one without a name is `RCODE` and its number, at most 4095. */
export type Rcode = (typeof RCODES)[number] | `RCODE${number}`;

/** What a question may ask for: a type, or whatever there is. */
export type QType = RRType | 'ANY';

/** The question section; the class is always IN. */
export interface Question {
  readonly qname: Name;
  readonly qtype: QType;
}

/** Why a response is what it is, for whoever reads it: a code of RFC 8914 §4 and a sentence. */
export interface ExtendedError {
  readonly code: number;
  readonly text: string;
}

/**
 * A response message. Sections hold no set twice. `ra` is set by those that offer recursion, `ad` by those that have
 * found every set of it secure. `spellings` keeps the letters of names that are not all lower case. RFC 1035 §4.1.
 */
export interface Response {
  readonly question: Question;
  readonly rcode: Rcode;
  readonly aa: boolean;
  readonly tc?: boolean;
  readonly ra?: boolean;
  readonly ad?: boolean;
  readonly extendedErrors?: readonly ExtendedError[];
  readonly spellings?: ReadonlyMap<Name, string>;
  readonly answer: readonly RRset[];
  readonly authority: readonly RRset[];
  readonly additional: readonly RRset[];
}

export const sameQuestion = (a: Question, b: Question): boolean => a.qname === b.qname && a.qtype === b.qtype;

/** A response with nothing in it but its code. */
export const emptyResponse = (question: Question, rcode: Rcode): Response => ({
  question,
  rcode,
  aa: false,
  answer: [],
  authority: [],
  additional: [],
});
