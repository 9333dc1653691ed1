import { RESOLVER_IDS } from '../world/named-resolver.ts';
import { SIGNS } from './assign-words.ts';
import type { Declaration, OptionDeclaration } from './command.ts';
import type { Lists } from './parse-option.ts';

/** The form of a command in one line: `/dig <name> [type] [@server]`; `<…>` is required, `[…]` may be left out. */
export function usageOf({ name, options }: Declaration): string {
  const words = Object.entries(options).map(([key, option]) => {
    const word = wordFor(key, option);
    return option.required ? `<${word}>` : `[${word}]`;
  });
  return [`/${name}`, ...words].join(' ');
}

/** What an option means and what it takes, as a line of help. */
export function hintOf(option: OptionDeclaration, lists: Lists): string {
  const takes = whatItTakes(option, lists);
  return `${option.about}${takes === '' ? '' : ` (${takes})`}`;
}

const MOST_CHOICES_IN_USAGE = 4;
const MOST_ENTRIES_IN_HINT = 20;

function wordFor(key: string, { type, choices = [] }: OptionDeclaration): string {
  if (type === 'choice' && choices.length <= MOST_CHOICES_IN_USAGE) return choices.join('|');
  return `${SIGNS[type] ?? ''}${key}${type === 'text' ? '…' : ''}`;
}

function whatItTakes({ type, choices = [], list }: OptionDeclaration, lists: Lists): string {
  if (type === 'choice') return choices.join(', ');
  if (type === 'duration') return 'such as `90s`, `1h30m` or `2d`';
  if (type === 'rr-type') return 'a record type, such as `A` or `MX`';
  if (type === 'server')
    return `written with \`@\` before it; resolvers are ${RESOLVER_IDS.map((id) => `\`@${id}\``).join(', ')}`;
  if (type === 'presentation') return 'written with `#` before it';
  if (type === 'file') return 'by its name here, written `file=…`';
  if (type === 'channel') return 'a channel, with `#` before it';
  if (type === 'time') return 'such as `09:00`, `9am` or `21:30`';
  if (type === 'zone') return 'a place, such as `Europe/Lisbon`';
  if (type === 'days') return '`daily`, `weekdays`, `weekends`, or such as `mon,wed`';
  if (type === 'member') return 'mentioned with `@`';
  if ((type !== 'listed' && type !== 'list') || list === undefined) return '';
  const labels = lists[list].map(({ label }) => label);
  const more = labels.length - MOST_ENTRIES_IN_HINT;
  return [...labels.slice(0, MOST_ENTRIES_IN_HINT), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
}
