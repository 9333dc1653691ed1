import { HOUR, type Instant, instant, MINUTE } from '../base/time.ts';

/**
 * Reads a moment as dig, the registries and RDAP print it, the day alone being its first moment; undefined for anything
 * else. Without a time zone it is taken for UTC, as registries mean it.
 */
export function readDate(written: string): Instant | undefined {
  const text = written.slice(0, MOST_LETTERS);
  const day = dayIn(text);
  if (day === undefined) return undefined;
  const [, hours = '0', minutes = '0', seconds = '0'] = /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?/.exec(text) ?? [];
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
  if (h > 23 || m > 59 || s > 60) return undefined;
  return instant(day + Date.UTC(1970, 0, 1, h, m, s) - offsetIn(text));
}

/** Of the longest date, and of what may stand around it. */
const MOST_LETTERS = 80;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;

/** `2026-11-26`, `26.11.2026`, `26-nov-2026`, `Nov 26 03:50:07 UTC 2026`, and the month alone: `before Aug-1996`. */
const FORMS = [
  /(?<!\d)(?<year>\d{4})[-/.](?<number>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)/,
  /(?<!\d)(?<year>\d{4})(?<number>\d{2})(?<day>\d{2})(?!\d)/,
  /(?<!\d)(?<day>\d{1,2})[./](?<number>\d{1,2})[./](?<year>\d{4})(?!\d)/,
  new RegExp(String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?[- ]${MONTH}[- ,]+(?<year>\d{4})(?!\d)`, 'i'),
  new RegExp(String.raw`\b${MONTH} +(?<day>\d{1,2})\b.*?(?<![\d:])(?<year>\d{4})(?![\d:])`, 'i'),
  new RegExp(String.raw`\b${MONTH}[- ](?<year>\d{4})(?!\d)`, 'i'),
];

/** Midnight UTC of the day, in milliseconds. */
function dayIn(text: string): number | undefined {
  for (const form of FORMS) {
    const found = form.exec(text)?.groups;
    if (!found) continue;
    const { year = '', number, month = '', day = '1' } = found;
    const place = number === undefined ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) : Number(number) - 1;
    const at = Date.UTC(Number(year), place, Number(day));
    const date = new Date(at);
    return date.getUTCMonth() === place && date.getUTCDate() === Number(day) && Number(year) >= 1900 ? at : undefined;
  }
  return undefined;
}

/** Hours that a zone is ahead of UTC, of those that people's machines print. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ UTC: 0, GMT: 0, WET: 0, BST: 1, WEST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3 },
  ...{ EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, JST: 9, AEST: 10, AEDT: 11 },
};

/** How far a time is ahead of UTC, in milliseconds. */
function offsetIn(text: string): number {
  const [, sign, hours = '0', minutes = '0'] = /\d{2}:\d{2}(?:\.\d+)? ?([+-])(\d{2}):?(\d{2})?\b/.exec(text) ?? [];
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
  const [zone] = /\b[A-Z]{3,4}\b/.exec(text.replace(/\b[A-Z][a-z]+\b/g, '')) ?? [];
  return (zone === undefined ? 0 : (ZONES[zone] ?? 0)) * HOUR;
}
