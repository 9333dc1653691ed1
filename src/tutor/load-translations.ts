import { z } from 'zod';
import { type ContentFault, readDocument, strictObject } from '../base/document.ts';
import { nearest } from '../base/nearest.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { commands } from './commands.ts';
import type { Translations } from './translations.ts';

export const TRANSLATIONS_FILE = 'data/command-names.yaml';

/**
 * Reads the names of commands in other languages out of their file's text.
 * Refuses: commands that are not there, names that no platform takes, and two commands of one name in a locale.
 */
export function loadTranslations(text: string): Result<Translations, readonly ContentFault[]> {
  const read = readDocument(TRANSLATIONS_FILE, text, FILE);
  if (!read.ok) return read;
  const { value, faultAt } = read.value;
  const faults = Object.entries(value).flatMap(([locale, named]) => [
    ...(LOCALE.test(locale) ? [] : [faultAt([locale], 'a locale is written as `de` or `pt-BR`')]),
    ...unknown(named).map((command) => faultAt([locale, command], noCommand(command))),
    ...namedTwice(named).map((command) => faultAt([locale, command, 'name'], TWICE)),
  ]);
  if (faults.length > 0) return fail(faults);
  return ok(new Map(Object.entries(value).map(([locale, named]) => [locale, new Map(Object.entries(named))])));
}

const LOCALE = /^[a-z]{2}(?:-(?:[A-Z]{2}|\d{3}))?$/;
/** What every platform takes for a name. Source: Discord's developer documentation, Application Commands, Naming. */
const NAME = /^(?!.*\p{Lu})[-_\p{L}\p{N}]{1,32}$/u;
const FILE = z.record(
  z.string(),
  z.record(
    z.string(),
    strictObject({
      name: z.string().regex(NAME, 'a name is 1 to 32 small letters, digits, `-` and `_`'),
      summary: z.string().min(1, 'say what it does').max(100, 'at most 100 characters'),
    }),
  ),
);
type Named = z.output<typeof FILE>[string];

const NAMES = commands.map(({ name }) => name);

const unknown = (named: Named): readonly string[] => Object.keys(named).filter((command) => !NAMES.includes(command));

/** Those whose name another command has too, translated or not. */
function namedTwice(named: Named): readonly string[] {
  const shown = NAMES.map((command) => named[command]?.name ?? command);
  return Object.keys(named).filter((command) => shown.filter((name) => name === named[command]?.name).length > 1);
}
const TWICE = 'another command has this name in this locale. Choose another';

function noCommand(command: string): string {
  const near = nearest(command, NAMES);
  return `there is no command \`${command}\`${near === undefined ? '' : `; did you mean \`${near}\`?`}`;
}
