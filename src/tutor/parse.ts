import { nearest } from '../base/nearest.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { assignWords, type Given, namedKey } from './assign-words.ts';
import type { Declaration, OptionTable, Values } from './command.ts';
import { type Lists, readOption, type Value } from './parse-option.ts';
import type { ParseProblem } from './parse-problem.ts';
import { splitWords, type Word } from './parse-words.ts';

/** A command as it was meant: which one, and a value for each option that was given. */
export interface Parsed<Options extends OptionTable = OptionTable> {
  readonly declaration: Declaration<Options>;
  readonly values: Values<Options>;
}

/** Characters; longer than any platform's message for which a command is a sensible reading. */
export const LONGEST_LINE = 4096;
const RESPOND = 'respond';

/** Reads a line as one of the commands. A line that does not begin with `/` is a response. Never throws. */
export function parseLine(
  line: string,
  declarations: readonly Declaration[],
  lists: Lists,
): Result<Parsed, ParseProblem> {
  const trimmed = line.trim();
  if (trimmed.length > LONGEST_LINE) return fail({ kind: 'line-too-long', most: LONGEST_LINE });
  const [, typed = RESPOND, rest = trimmed] = /^\/(\S*)([\s\S]*)$/.exec(trimmed) ?? [];
  const declaration = declarations.find(({ name }) => name === typed.toLowerCase());
  if (declaration === undefined) return fail(unknownCommand(typed, declarations));
  const words = splitWords(rest);
  const given = assignWords(declaration, words, lists);
  const values = given.ok ? readValues(declaration, given.value, lists) : given;
  if (values.ok) return ok({ declaration, values: values.value });
  const { problem } = values;
  return fail(misspeltChoice(declaration, words, problem) ?? misspeltByLooks(declaration, problem, lists) ?? problem);
}

/** Reads each option's text by its type. */
function readValues<Options extends OptionTable>(
  declaration: Declaration<Options>,
  given: Given,
  lists: Lists,
): Result<Values<Options>, ParseProblem> {
  const values: Record<string, Value | undefined> = {};
  for (const [key, option] of Object.entries(declaration.options)) {
    const text = given.get(key);
    if (text === undefined && option.required) return fail({ kind: 'missing-option', declaration, option: key });
    const value = text === undefined ? ok(undefined) : readOption(option, text, lists);
    if (!value.ok) return fail({ kind: 'bad-option', declaration, option: key, word: text ?? '', why: value.problem });
    values[key] = value.value;
  }
  return ok(values as Values<Options>);
}

function unknownCommand(command: string, declarations: readonly Declaration[]): ParseProblem {
  const near = nearest(
    command,
    declarations.map(({ name }) => name),
  );
  return { kind: 'unknown-command', command, nearest: near };
}

/** Of a line that makes no sense, the first word, if it looks like a slip in a choice that may be left out. */
function misspeltChoice(
  declaration: Declaration,
  words: readonly Word[],
  problem: ParseProblem,
): ParseProblem | undefined {
  if (problem.kind !== 'too-many-words' && problem.kind !== 'bad-option') return undefined;
  const { options } = declaration;
  const word = words[0]?.value ?? '';
  const named = words.map((word) => namedKey(options, word));
  for (const [option, { type, required, choices = [] }] of Object.entries(options)) {
    const isLeftOut = type === 'choice' && !required && !named.includes(option) && !choices.includes(word);
    const near = isLeftOut ? nearest(word, choices) : undefined;
    if (near === undefined) continue;
    const why = { kind: 'not-one-of', known: choices, nearest: near } as const;
    return { kind: 'bad-option', declaration, option, word, why };
  }
  return undefined;
}

/** Of a word that is nothing a list has, the option for which it looks like a slip: one whose words are known by their looks. */
function misspeltByLooks(declaration: Declaration, problem: ParseProblem, lists: Lists): ParseProblem | undefined {
  if (problem.kind !== 'bad-option' || problem.why.kind !== 'not-one-of' || problem.why.nearest !== undefined)
    return undefined;
  const { word } = problem;
  for (const [option, { type, about, required }] of Object.entries(declaration.options)) {
    const read = required ? undefined : readOption({ type, about }, word, lists);
    if (read === undefined || read.ok) continue;
    const { problem: why } = read;
    const isNear = (why.kind === 'not-days' || why.kind === 'not-a-zone') && 'nearest' in why.problem;
    if (isNear) return { kind: 'bad-option', declaration, option, word, why };
  }
  return undefined;
}
