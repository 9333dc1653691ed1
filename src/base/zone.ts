import { nearest } from './nearest.ts';
import { fail, ok, type Result } from './result.ts';

declare const zoneBrand: unique symbol;
/** A time zone by its name in the IANA database, as `Europe/Lisbon` or `UTC`. */
export type Zone = string & { readonly [zoneBrand]: true };

export const UTC = 'UTC' as Zone;

/** Every zone that this Node knows by its canonical name, and UTC. Other names of the same zones can be read too. */
export const ZONES: readonly Zone[] = [
  UTC,
  ...(Intl.supportedValuesOf('timeZone') as Zone[]).filter((id) => id !== UTC),
];

export type ZoneProblem =
  /** No zone is so called; perhaps one is meant. */
  | { readonly kind: 'unknown'; readonly nearest?: Zone }
  /** `+02:00`, `GMT+2`: it knows no summer time, and may be right half the year. */
  | { readonly kind: 'offset' }
  /** `PST`: short for several zones, or for half the year of one. */
  | { readonly kind: 'abbreviation' };

/** Reads a zone by its name, in any case, with spaces for underscores; or by its city alone, where only one is so called. */
export function parseZone(text: string): Result<Zone, ZoneProblem> {
  const typed = text.trim().replace(/\s+/g, '_');
  if (/^(?:utc|gmt|z|etc\/utc)$/i.test(typed)) return ok(UTC);
  if (/^(?:utc|gmt)?[+-]\d/i.test(typed)) return fail({ kind: 'offset' });
  if (/^[a-z]{2,4}$/i.test(typed) && !WHOLE_COUNTRIES.has(typed.toLowerCase())) {
    const city = byCity(typed);
    return city ? ok(city) : fail({ kind: 'abbreviation' });
  }
  const named = canonical(typed) ?? byCity(typed);
  if (named) return ok(named);
  const near = nearest(typed, ZONES) ?? nearCity(typed);
  return fail({ kind: 'unknown', ...(near !== undefined && { nearest: near as Zone }) });
}

/** Zones of the database with short names of their own. */
const WHOLE_COUNTRIES: ReadonlySet<string> = new Set(['cuba', 'egypt', 'eire', 'iran', 'japan', 'libya']);

function canonical(name: string): Zone | undefined {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return /^[+-]/.test(timeZone) ? undefined : (timeZone as Zone);
  } catch {
    return undefined; // Intl knows no such zone
  }
}

const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? '').toLowerCase();

function byCity(word: string): Zone | undefined {
  const [found, ...others] = ZONES.filter((zone) => cityOf(zone) === word.toLowerCase());
  return others.length === 0 ? found : undefined;
}

function nearCity(word: string): Zone | undefined {
  const near = nearest(cityOf(word), ZONES.map(cityOf));
  return ZONES.find((zone) => cityOf(zone) === near);
}
