import type { Name } from '../name.ts';
import type { Rdata } from '../record.ts';

/** The fields of record data that hold a name, in whatever type. */
const NAME_FIELDS: ReadonlySet<string> = new Set([
  ...['nameServer', 'target', 'mname', 'rname', 'exchange', 'replacement'],
  ...['mailbox', 'errorMailbox', 'textAt', 'host'],
]);
const ALL_NAME_FIELDS: ReadonlySet<string> = new Set([...NAME_FIELDS, 'next', 'signer']);
/** Types whose names count letter by letter in a signature, so that those have to stay as they were signed. RFC 6840 §5.1. */
const AS_SIGNED: ReadonlySet<string> = new Set(['NSEC', 'RRSIG', 'SVCB', 'HTTPS', 'LP']);

/** The names that stand in record data. */
export const namesIn = (rdata: Rdata): Name[] =>
  Object.entries(rdata).flatMap(([field, value]) => (NAME_FIELDS.has(field) ? [value as Name] : []));

/** The data with its names in the letters they were written in: only to be printed. RFC 4343 §4.1. */
export function spelledRdata(rdata: Rdata, spellings: ReadonlyMap<Name, string>): Rdata {
  if (AS_SIGNED.has(rdata.type)) return rdata;
  return withNames(rdata, NAME_FIELDS, (name) => spellings.get(name) ?? name);
}

/** The data with every name escaped so that any server reads it: only to be printed. */
export const portableRdata = (rdata: Rdata): Rdata => withNames(rdata, ALL_NAME_FIELDS, portableName);

/**
 * A name with a backslash before all that is no letter, digit, `-`, `_`, `*` or `/`: Knot takes nothing else bare.
 * BIND takes `\[` for the beginning of a bit string, RFC 2673, and NSD `\#` for generic data: they go by their numbers.
 */
export const portableName = (name: string): string =>
  name.replace(/\\[\s\S]|[^\w.*/\\-]/g, (found) => {
    if (found === '[' || found === '#') return `\\0${found.charCodeAt(0)}`;
    return found.length === 1 ? `\\${found}` : found;
  });

function withNames(rdata: Rdata, fields: ReadonlySet<string>, turn: (name: Name) => string): Rdata {
  const turned = Object.entries(rdata).map(([field, value]) => [
    field,
    fields.has(field) ? turn(value as Name) : value,
  ]);
  return Object.fromEntries(turned) as Rdata;
}
