import { labelsOf, type Name, octetsOf } from './name.ts';

/** The names ordered by their labels from the right, as octets, a name before what hangs below it. RFC 4034 §6.1. */
export function sortedNames(names: Iterable<Name>): Name[] {
  const cut = Array.from(names, (name) => ({ name, labels: comparable(name) }));
  return cut.sort((a, b) => compareFromRight(a.labels, b.labels)).map(({ name }) => name);
}

/** Which of two names comes first in that order: below zero for the left one. */
export const compareNames = (left: Name, right: Name): number =>
  left === right ? 0 : compareFromRight(comparable(left), comparable(right));

function compareFromRight(left: readonly string[], right: readonly string[]): number {
  for (let back = 1; back <= left.length && back <= right.length; back += 1) {
    const [a = '', b = ''] = [left.at(-back), right.at(-back)];
    if (a !== b) return a < b ? -1 : 1;
  }
  return left.length - right.length;
}

/** The labels with a character an octet; escapes in a name's text would spoil the order. */
const comparable = (name: Name): readonly string[] =>
  name.includes('\\') ? octetsOf(name).map((label) => String.fromCharCode(...label)) : labelsOf(name);
