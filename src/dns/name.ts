import { fail, ok, type Result } from '../base/result.ts';

declare const nameBrand: unique symbol;
/**
 * An absolute domain name, ASCII letters in lower case, with its trailing dot: `www.example.com.`; the root is `.`.
 * Octets that mean something in a master file are escaped, as `\.` or `\032`. RFC 1035 §5.1, RFC 4343 §2.1.
 */
export type Name = string & { readonly [nameBrand]: true };

/** Why a text is not a domain name, and the label it happened in. */
export interface NameFault {
  readonly problem: 'empty' | 'empty-label' | 'label-too-long' | 'name-too-long' | 'bad-escape' | 'bad-character';
  readonly label: string;
}

export const ROOT = '.' as Name;
const MAX_LABEL_OCTETS = 63;
const MAX_NAME_OCTETS = 255;
const PLAIN = /^(?:[a-z0-9_*-]{1,63}\.)*[a-z0-9_*-]{1,63}\.?$/i;

/**
 * Reads a name as a person types it, with or without the trailing dot.
 * A name typed in Unicode is `bad-character`: it has to be given in its `xn--` form. Sizes: RFC 1035 §2.3.4.
 */
export function parseName(text: string): Result<Name, NameFault> {
  const typed = text.trim();
  if (typed.length < MAX_NAME_OCTETS - 1 && PLAIN.test(typed)) {
    const lower = typed.toLowerCase();
    return ok((lower.endsWith('.') ? lower : `${lower}.`) as Name);
  }
  if (typed === '') return fail({ problem: 'empty', label: '' });
  if (typed === '.') return ok(ROOT);
  const labels = readLabels(typed);
  return labels.ok ? nameOfOctets(labels.value) : labels;
}

/**
 * Reads a name as in a master file: `@` is the origin and a name without trailing dot hangs below it. RFC 1035 §5.1.
 * Characters beyond ASCII stand for the octets of their UTF-8, and a blank, which is escaped or in quotes, for itself.
 */
export function parseNameIn(written: string, origin: Name): Result<Name, NameFault> {
  if (written === '@') return ok(origin);
  const text = /[^!-~]/.test(written) ? escapeOctets(written) : written;
  if (text === '' || isAbsolute(text)) return parseName(text);
  return parseName(origin === ROOT ? text : `${text}.${origin}`);
}

/** The name of a literal in the program's own text; throws when it is none. */
export function name(text: string): Name {
  const parsed = parseName(text);
  if (!parsed.ok) throw new Error(`not a domain name: ${text} (${parsed.problem.problem})`);
  return parsed.value;
}

/** The name made of these labels' octets, leftmost first. Refuses: labels and names that are too long or empty. */
export function nameOfOctets(labels: readonly (readonly number[])[]): Result<Name, NameFault> {
  for (const octets of labels) {
    if (octets.length === 0) return fail({ problem: 'empty-label', label: '' });
    if (octets.length > MAX_LABEL_OCTETS) return fail({ problem: 'label-too-long', label: labelText(octets) });
  }
  const texts = labels.map(labelText);
  const octets = labels.reduce((sum, label) => sum + label.length + 1, 1);
  if (octets > MAX_NAME_OCTETS) return fail({ problem: 'name-too-long', label: texts[0] ?? '' });
  return ok((texts.length === 0 ? '.' : `${texts.join('.')}.`) as Name);
}

/** The octets of each label, leftmost first; none for the root. */
export function octetsOf(name: Name): readonly (readonly number[])[] {
  if (name === ROOT) return [];
  const labels = readLabels(name);
  if (!labels.ok) throw new Error(`not a domain name: ${name}`);
  return labels.value;
}

/** The labels, leftmost first, as presentation text; none for the root. */
export function labelsOf(name: Name): readonly string[] {
  if (name === ROOT) return [];
  if (!name.includes('\\')) return name.slice(0, -1).split('.');
  return [...name.matchAll(/((?:\\.|[^.\\])+)\./g)].map(([, label = '']) => label);
}

/** The name one label up; the root has none. */
export function parentOf(name: Name): Name | undefined {
  if (name === ROOT) return undefined;
  const dot = firstDot(name);
  return dot === name.length - 1 ? ROOT : (name.slice(dot + 1) as Name);
}

/** Whether `name` is `ancestor` or hangs below it, by whole labels. */
export function isAtOrBelow(name: Name, ancestor: Name): boolean {
  return name === ancestor || isBelow(name, ancestor);
}

export function isBelow(name: Name, ancestor: Name): boolean {
  if (ancestor === ROOT) return name !== ROOT;
  const dot = name.length - ancestor.length - 1;
  return dot > 0 && name.charCodeAt(dot) === 0x2e && name.endsWith(ancestor) && !isEscaped(name, dot);
}

/** The name with one label more, given as presentation text; throws when that is no name. */
export function childOf(label: string, parent: Name): Name {
  return name(parent === ROOT ? label : `${label}.${parent}`);
}

/** The wildcard directly below a name. RFC 4592 §2.1.1. */
export const wildcardBelow = (parent: Name): Name => (parent === ROOT ? '*.' : `*.${parent}`) as Name;

/** Octets the name takes in a message, uncompressed: at most 255. */
export function wireLength(name: Name): number {
  if (name === ROOT) return 1;
  if (!name.includes('\\')) return name.length + 1;
  return octetsOf(name).reduce((sum, label) => sum + label.length + 1, 1);
}

/** The name as people write it, without the trailing dot; the root stays `.`. */
export const displayName = (name: Name): string => (name === ROOT ? '.' : name.slice(0, -1));

/** Whether a text ends in a dot that is not escaped. */
export const isAbsolute = (text: string): boolean => text.endsWith('.') && !isEscaped(text, text.length - 1);

function firstDot(name: string): number {
  let dot = name.indexOf('.');
  while (isEscaped(name, dot)) dot = name.indexOf('.', dot + 1);
  return dot;
}

/** Blanks, controls and the octets of characters beyond ASCII as `\DDD`, whether they were escaped or not. */
const escapeOctets = (text: string): string =>
  text.replace(/\\[!-~]|\\?([^!-~])/gu, (whole: string, character?: string) =>
    character === undefined
      ? whole
      : Array.from(new TextEncoder().encode(character), (octet) => `\\${String(octet).padStart(3, '0')}`).join(''),
  );

/** Whether an odd number of backslashes stands before the character. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (start > 0 && text.charCodeAt(start - 1) === 0x5c) start -= 1;
  return (at - start) % 2 === 1;
}

function readLabels(text: string): Result<number[][], NameFault> {
  const labels: number[][] = [[]];
  const problem = (problem: NameFault['problem'], at: number) => {
    return fail({
      problem,
      label:
        text
          .slice(0, at + 1)
          .split('.')
          .at(-1) ?? '',
    });
  };
  for (const [whole, escaped, code, index] of eachCharacter(text)) {
    if (whole === '.') labels.push([]);
    else if (whole === '\\' || Number(code) > 255) return problem('bad-escape', index);
    else if (code !== undefined) labels.at(-1)?.push(Number(code));
    else if (!/^[!-~]$/.test(escaped ?? whole) && escaped !== ' ') return problem('bad-character', index);
    else if (escaped === undefined && /["();]/.test(whole)) return problem('bad-character', index);
    else labels.at(-1)?.push((escaped ?? whole).charCodeAt(0));
  }
  if (labels.length > 1 && labels.at(-1)?.length === 0) labels.pop();
  return labels.some((label) => label.length === 0) ? fail({ problem: 'empty-label', label: '' }) : ok(labels);
}

/** Each character of a presentation text: the whole, the character after a backslash, the digits of `\DDD`, where. */
function* eachCharacter(text: string): Generator<[string, string | undefined, string | undefined, number]> {
  for (const match of text.matchAll(/\\(\d{3})|\\(\D)|[\s\S]/gu)) yield [match[0], match[2], match[1], match.index];
}

function labelText(octets: readonly number[]): string {
  return octets.map((octet) => OCTET_TEXT[octet]).join('');
}

/** How each octet of a label stands in a name: letters in lower case, and escaped where it must be. */
export const OCTET_TEXT: readonly string[] = Array.from({ length: 256 }, (_, octet) => {
  const character = String.fromCharCode(octet);
  if (octet <= 0x20 || octet >= 0x7f) return `\\${String(octet).padStart(3, '0')}`;
  return '."();@$\\'.includes(character) ? `\\${character}` : character.toLowerCase();
});
