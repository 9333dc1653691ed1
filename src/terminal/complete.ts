import { COMMON_TYPES } from '../dns/rr-type.ts';
import { assignWords } from '../tutor/assign-words.ts';
import type { Declaration, OptionDeclaration } from '../tutor/command.ts';
import type { Lists } from '../tutor/parse-option.ts';
import { splitWords } from '../tutor/parse-words.ts';
import { LEAVE } from './receive.ts';

/** What the last word of a line could become, and that word. */
export type Completion = [candidates: string[], word: string];

/** Completes commands, the names of options, and the values of those that are choices, listed or record types. */
export function completeLine(line: string, declarations: readonly Declaration[], lists: Lists): Completion {
  const word = /\S*$/.exec(line)?.[0] ?? '';
  const before = line.slice(0, line.length - word.length).trim();
  const commands = [...declarations.map(({ name }) => `/${name}`), ...LEAVE];
  if (before === '') return matching(commands, word);
  const declaration = declarations.find(({ name }) => before.split(/\s+/)[0]?.toLowerCase() === `/${name}`);
  return matching(declaration ? candidatesFor(declaration, before, word, lists) : [], word);
}

function matching(candidates: readonly string[], word: string): Completion {
  const found = candidates.filter((candidate) => candidate.toLowerCase().startsWith(word.toLowerCase()));
  return [[...new Set(found)].map((candidate) => (candidate.endsWith('=') ? candidate : `${candidate} `)), word];
}

/** Values for the options that have none yet; their names too, once a word is begun. */
function candidatesFor(declaration: Declaration, before: string, word: string, lists: Lists): readonly string[] {
  const given = assignWords(declaration, splitWords(before.replace(/^\S+/, '')), lists);
  const open = Object.entries(declaration.options).filter(([key]) => !given.ok || !given.value.has(key));
  const named = open.flatMap(([key, option]) => valuesOf(option, lists).map((value) => `${key}=${value}`));
  if (word.includes('=')) return named;
  const values = open.flatMap(([, option]) => valuesOf(option, lists));
  return word === '' ? values : [...values, ...open.map(([key]) => `${key}=`)];
}

function valuesOf({ type, choices = [], list }: OptionDeclaration, lists: Lists): readonly string[] {
  if (type === 'choice') return choices;
  if (type === 'rr-type') return COMMON_TYPES;
  if (type === 'record-type') return [...COMMON_TYPES, 'ALIAS'];
  return (type === 'listed' || type === 'list') && list !== undefined ? lists[list].map(({ id }) => id) : [];
}
