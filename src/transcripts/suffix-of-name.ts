import { labelsOf, type Name, parentOf } from '../dns/name.ts';
import { registrableDomain, type Tlds } from '../registration/registry.ts';

/** Second labels under which countries register. */
const SECOND_LABELS: ReadonlySet<string> = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'gob',
  'gov',
  'ltd',
  'me',
  'ne',
  'net',
  'nom',
  'or',
  'org',
  'plc',
  'sch',
]);

/**
 * The domain at or above a name that somebody can register: below a suffix of the catalogue, else below what looks like
 * one, as `de` and `com.au`; undefined for a suffix itself and for the root.
 */
export function domainOfName(name: Name, tlds: Tlds): Name | undefined {
  const known = registrableDomain(name, tlds);
  if (known) return known;
  const labels = labelsOf(name);
  const isDeep = labels.length > 2 && labels.at(-1)?.length === 2 && SECOND_LABELS.has(labels.at(-2) ?? '');
  const depth = isDeep ? 3 : 2;
  if (tlds.has(name) || labels.length < depth) return undefined;
  let domain = name;
  for (let left = labels.length; left > depth; left -= 1) domain = parentOf(domain) ?? domain;
  return domain;
}
