import { type Document, isAlias, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { z } from 'zod';
import { fail, ok, type Result } from './result.ts';
import { unknownFields, wordIssue } from './schema-issue.ts';

/** Something wrong in a content file: where, and in a sentence what, with what to write instead. Lines count from 1. */
export interface ContentFault {
  readonly file: string;
  readonly line: number;
  /** The path of the field, as `items.2.key`; empty for the whole file. */
  readonly field: string;
  readonly message: string;
}

/** A content file that was read: its value, and where in the file each field stands. */
export interface ReadDocument<Value> {
  readonly value: Value;
  /** A fault at a field of this document, or at what holds the field if it is not there. */
  faultAt(path: readonly PropertyKey[], message: string): ContentFault;
}

/**
 * Reads a YAML file by a schema. All that is wrong is reported at once, in the order of lines.
 * Refuses: syntax errors, keys that stand twice, anchors and aliases, and whatever the schema does not allow.
 */
export function readDocument<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
): Result<ReadDocument<z.output<Schema>>, readonly ContentFault[]> {
  const spoilt = spoiltAt(text);
  if (spoilt) return fail([{ file, field: '', ...spoilt }]);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const faultIn = (offset: number, path: readonly PropertyKey[], message: string): ContentFault => {
    return { file, line: lines.linePos(offset).line, field: path.join('.'), message };
  };
  const unreadable = [...syntaxErrors(document), ...twiceWritten(document), ...references(document)];
  if (unreadable.length > 0) return fail(inOrder(unreadable.map(([at, message]) => faultIn(at, [], message))));

  const faultAt: ReadDocument<unknown>['faultAt'] = (path, message) =>
    faultIn(offsetOf(document, path), path, sentence(message));
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return ok({ value: checked.data, faultAt });
  const worded = checked.error.issues.flatMap((issue) => wordIssue(issue, (path) => writtenAt(document, path)));
  return fail(inOrder(worded.map(({ path, message }) => faultAt(path, message))));
}

/** A content file is text that somebody wrote; what is longer than this was made by a machine. */
const MOST_CHARACTERS = 1_000_000;
const MOST_NESTED = 100;

/** What keeps a text from being read as YAML at all: too much of it, another encoding, brackets without end. */
function spoiltAt(text: string): Pick<ContentFault, 'line' | 'message'> | undefined {
  if (text.length > MOST_CHARACTERS)
    return {
      line: 1,
      message: `This file has ${text.length} characters; ${MOST_CHARACTERS} are the most: cut it into several.`,
    };
  const at = text.search(UNREADABLE);
  if (at >= 0)
    return { line: lineOf(text, at), message: 'There is a character that is no text: save the file as UTF-8.' };
  const deep = DEEP.exec(text);
  return deep
    ? {
        line: lineOf(text, deep.index),
        message: `It is nested more than ${MOST_NESTED} deep: nothing here needs that.`,
      }
    : undefined;
}

/** What other encodings leave when they are read as UTF-8, and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/;
const DEEP = new RegExp(`(?:[[{]\\s*){${MOST_NESTED}}`);
const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** An object with these fields and no others; a field that is not known is answered with the nearest that is. */
export function strictObject<Shape extends z.ZodRawShape>(shape: Shape) {
  const known = Object.keys(shape);
  const error = (issue: { readonly code: string; readonly keys?: readonly string[] }): string | undefined =>
    issue.code === 'unrecognized_keys' && issue.keys ? unknownFields(issue.keys, known) : undefined;
  return z.strictObject(shape, { error });
}

/** `questions/x/items.yaml:12 items.2.key: …`, one fault. */
export const formatFault = ({ file, line, field, message }: ContentFault): string =>
  `${file}:${line}${field && ` ${field}`}: ${message}`;

type Unreadable = readonly [offset: number, message: string];

/** The first error: those after it mostly follow from it. */
const syntaxErrors = ({ errors }: Document.Parsed): Unreadable[] =>
  errors
    .slice(0, 1)
    .map(({ pos, message }) => [pos[0], `${message.replace(/\.?$/, '.')} See https://yaml.org for the syntax.`]);

/** Keys that stand twice. The library compares each with all others, which takes seconds where there are very many. */
function twiceWritten(document: Document.Parsed): Unreadable[] {
  const found: Unreadable[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const known = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (known.has(key.value)) found.push([key.range?.[0] ?? 0, 'Map keys must be unique: this one stands twice.']);
        known.add(key.value);
      }
    },
  });
  return found;
}

function references(document: Document.Parsed): Unreadable[] {
  const found: Unreadable[] = [];
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node) && node.tag !== undefined)
        found.push([node.range?.[0] ?? 0, 'Tags are not read here: write the value plainly.']);
      if (!isAlias(node) && node.anchor === undefined) return;
      found.push([node.range?.[0] ?? 0, 'Anchors and aliases are not read here: write the value out.']);
    },
  });
  return found;
}

/** Where a field starts, or the nearest that holds it. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** The value that is written at a path, as plain data. */
function writtenAt(document: Document.Parsed, path: readonly PropertyKey[]): unknown {
  const found = document.getIn(path);
  return isNode(found) ? found.toJS(document) : found;
}

const sentence = (words: string): string =>
  `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`.replace(/(?<![.?!])$/, '.');

const inOrder = (faults: readonly ContentFault[]): ContentFault[] => faults.toSorted((a, b) => a.line - b.line);
