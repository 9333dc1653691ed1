import { instant } from '../base/time.ts';
import { type Name, parseName } from '../dns/name.ts';
import { parseQType } from '../dns/rr-type.ts';
import type { Until } from './until.ts';

const DOMAIN = '(?<name>[^\\s]+\\.[^\\s]+)';
const FORMS: readonly (readonly [form: RegExp, kind: 'next' | 'published' | 'delegation-fresh' | 'expiry'])[] = [
  [/^(?:the )?next(?: thing)?(?: happens)?$/, 'next'],
  [
    new RegExp(
      `^(?:(?:it|everything|the change|${DOMAIN}) (?:is|has been) published|publication(?: of (?<of>\\S+))?|published)$`,
    ),
    'published',
  ],
  [new RegExp(`^(?:the )?delegation(?: (?:of|for) ${DOMAIN})?(?: is)?(?: fresh)?$`), 'delegation-fresh'],
  [new RegExp(`^(?:(?:the )?expiry(?: of ${DOMAIN})?|(?:it|(?<of>\\S+\\.\\S+)) expires)$`), 'expiry'],
];
const FRESH = /^(?<name>\S+\.\S+)(?: (?<type>\S+))? is fresh$/;
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[t ](\d{2}:\d{2})(?::(\d{2}))?)?\s*(?:z|utc)?$/;

/** What somebody wants to wait for, in the words of `/wait until …`; undefined if they are none of these. */
export function readUntil(written: string): Until | undefined {
  const words = written
    .trim()
    .toLowerCase()
    .replace(/^until\s+/, '')
    .replace(/\s+/g, ' ')
    .replace(/[.!]$/, '');
  const date = readDate(words);
  if (date) return date;
  for (const [form, kind] of FORMS) {
    const match = form.exec(words);
    if (!match) continue;
    if (kind === 'next') return { kind };
    const named = match.groups?.name ?? match.groups?.of;
    const domain = named === undefined ? undefined : readName(named);
    return named !== undefined && !domain ? undefined : { kind, domain };
  }
  const { name: named = '', type: qtype = 'A' } = FRESH.exec(words)?.groups ?? {};
  const [name, type] = [readName(named), parseQType(qtype)];
  return name && type ? { kind: 'name-fresh', name, type } : undefined;
}

/** A day, or a moment of it, UTC; one that no calendar has is none. */
function readDate(words: string): Until | undefined {
  const [, day, time = '00:00', second = '00'] = DATE.exec(words) ?? [];
  if (day === undefined) return undefined;
  const at = Date.parse(`${day}T${time}:${second}Z`);
  const isReal = Number.isFinite(at) && new Date(at).toISOString().startsWith(day);
  return isReal ? { kind: 'instant', at: instant(at) } : undefined;
}

function readName(text: string): Name | undefined {
  const name = text.includes('.') ? parseName(text) : undefined;
  return name?.ok ? name.value : undefined;
}
