import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Item } from './item.ts';

/**
 * What an item asks and how it is graded, as 12 hexadecimal digits: two items that mean the same have the same. Its
 * concept, rationale, sources and evidence are left out, since none of them changes which response is right.
 */
export function versionOf(item: Item): string {
  const known = versions.get(item);
  if (known !== undefined) return known;
  const { id, scenario, story, stem, form } = item;
  const version = bytesToHex(sha256(utf8ToBytes(JSON.stringify(inOrder({ id, scenario, story, stem, form }))))).slice(
    0,
    12,
  );
  versions.set(item, version);
  return version;
}

/** Items are values that last as long as the content does. */
const versions = new WeakMap<Item, string>();

/** The same with the fields of every object in alphabetical order, so that how a file is written does not matter. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, inOrder(field)]));
}
