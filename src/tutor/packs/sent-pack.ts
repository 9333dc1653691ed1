import { fail, ok, type Result } from '../../base/result.ts';
import { rowsOf } from '../../exchange/read-anki.ts';
import type { Row } from '../../exchange/row.ts';
import { asWritten } from '../as-written.ts';
import type { Context } from '../command.ts';
import { asTyped, splitWords } from '../parse-words.ts';
import { sizeWords, textOf } from '../sent-file.ts';
import { LIMITS } from './limits.ts';

/** What was sent to be added: a file, or text that was typed or pasted. */
export interface Sent {
  readonly text?: string | undefined;
  readonly file?: string | undefined;
}
/** A text that is perhaps a pack. `name` is that of its file, if it came in one. */
export interface SentText {
  readonly name?: string;
  readonly text: string;
  /** Of a deck of Anki's, which is no text: what was read of it. */
  readonly rows?: readonly Row[];
}

/** Gets what was sent; undefined where nothing was. Refuses, in a sentence: files that cannot be had, and what is no text. */
export async function sentPack(context: Context, { text, file }: Sent): Promise<Result<SentText, string> | undefined> {
  if (text === undefined && file === undefined) return undefined;
  const typed = text === undefined ? undefined : wholeText(context.line, text);
  const reference = file ?? (typed !== undefined && namesFile(typed) ? typed.trim() : undefined);
  if (reference !== undefined) return fetched(context, reference);
  const octets = Buffer.byteLength(typed ?? '');
  if (octets > LIMITS.fileOctets)
    return fail(`That text has ${sizeWords(octets)}, and I take at most ${sizeWords(LIMITS.fileOctets)}.`);
  return ok({ text: unfenced(typed ?? '') });
}

async function fetched({ venue, readDeck }: Context, reference: string): Promise<Result<SentText, string>> {
  if (!venue.fetch) return fail('I cannot get files here. Paste what is in it instead.');
  const file = await venue.fetch(reference, LIMITS.fileOctets);
  if (!file.ok) return file;
  if (/\.apkg$/i.test(file.value.name)) {
    const notes = await readDeck?.(file.value.octets);
    if (!notes) return fail('I cannot read decks of Anki here. Export notes in plain text there, and send that.');
    return notes.ok ? ok({ name: file.value.name, text: '', rows: rowsOf(notes.value) }) : notes;
  }
  const read = textOf(file.value.octets);
  return read.ok ? ok({ name: file.value.name, text: read.value }) : read;
}

/** A single word or path that ends as a file does, or an address. */
const namesFile = (typed: string): boolean =>
  !typed.trim().includes('\n') &&
  (/^\S+:\/\/\S+$/.test(typed.trim()) || /\.(?:ya?ml|csv|tsv|txt|apkg)$/i.test(typed.trim()));

/** All that was typed, also words such as `as=csv` that are part of it and would be taken for options. */
function wholeText(line: string, text: string): string {
  const after = /^\s*\/?pack\s+add\s+([\s\S]*)$/i.exec(line)?.[1] ?? '';
  const words = splitWords(after);
  const [first] = splitWords(text);
  const start = words.findIndex(({ named }) => named === undefined || !/^(?:as|file|text|pack)$/i.test(named.key));
  return start >= 0 && words[start]?.raw === first?.raw ? asTyped(words.slice(start)) : text;
}

/** Without a code fence around it. */
const unfenced = (text: string): string => (text.trimStart().startsWith('```') ? asWritten(text) : text);
