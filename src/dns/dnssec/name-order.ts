import { labelsOf, type Name, octetsOf } from '../name.ts';

/** Which of two names comes first: below zero for the left one. By labels from the right, as octets. RFC 4034 §6.1. */
export function compareNames(left: Name, right: Name): number {
  if (left === right) return 0;
  const [a, b] = [comparable(left), comparable(right)];
  for (let back = 1; back <= a.length && back <= b.length; back += 1) {
    const [one = '', other = ''] = [a.at(-back), b.at(-back)];
    if (one !== other) return one < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** The labels with a character an octet; escapes in a name's text would spoil the order. */
const comparable = (name: Name): readonly string[] =>
  name.includes('\\') ? octetsOf(name).map((label) => String.fromCharCode(...label)) : labelsOf(name);
