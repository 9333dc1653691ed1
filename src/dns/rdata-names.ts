import type { Name } from './name.ts';
import type { Rdata } from './record.ts';

/** The fields of record data that hold a name, in whatever type. */
const NAME_FIELDS: ReadonlySet<string> = new Set([
  ...['nameServer', 'target', 'mname', 'rname', 'exchange', 'replacement'],
  ...['mailbox', 'errorMailbox', 'textAt', 'host'],
]);
/** Types whose names count letter by letter in a signature, so that those have to stay as they were signed. RFC 6840 §5.1. */
const AS_SIGNED: ReadonlySet<string> = new Set(['NSEC', 'RRSIG', 'SVCB', 'HTTPS', 'LP']);

/** The names that stand in record data. */
export const namesIn = (rdata: Rdata): Name[] =>
  Object.entries(rdata).flatMap(([field, value]) => (NAME_FIELDS.has(field) ? [value as Name] : []));

/** The data with its names in the letters they were written in: only to be printed. RFC 4343 §4.1. */
export function spelledRdata(rdata: Rdata, spellings: ReadonlyMap<Name, string>): Rdata {
  if (AS_SIGNED.has(rdata.type)) return rdata;
  const spelled = Object.entries(rdata).map(([field, value]) => {
    return [field, NAME_FIELDS.has(field) ? (spellings.get(value as Name) ?? value) : value];
  });
  return Object.fromEntries(spelled) as Rdata;
}
