import { fail, ok, type Result } from '../../base/result.ts';
import type { Scope } from '../store/settings.ts';

/** Something that people may set otherwise than it is by default. */
export interface Setting<Value> {
  /** What it is called in chat, and kept by; permanent. */
  readonly name: string;
  /** Whom it can be set for. What is set for a channel goes before what is set for its server. */
  readonly scopes: readonly [Scope, ...Scope[]];
  /** What it does: a sentence. */
  readonly about: string;
  readonly usual: Value;
  /** What is computed from it and kept; it is computed again in the same commit as the setting. */
  readonly changes?: 'memory';
  /** What may be typed, as in `such as 20`. */
  readonly takes: string;
  /** Reads what somebody typed, or what `write` wrote; refuses with a sentence. */
  read(text: string): Result<Value, string>;
  /** What is kept, and what is shown. */
  write(value: Value): string;
}

type About<Value> = Pick<Setting<Value>, 'name' | 'scopes' | 'about' | 'usual' | 'changes'>;

/** `on` or `off`. */
export const flag = (about: About<boolean>): Setting<boolean> => ({
  ...about,
  takes: '`on` or `off`',
  read: (text) => {
    const word = text.trim().toLowerCase();
    if (/^(on|yes|true)$/.test(word)) return ok(true);
    return /^(off|no|false)$/.test(word) ? ok(false) : fail('It is `on` or `off`.');
  },
  write: (value) => (value ? 'on' : 'off'),
});

/** A whole number from `least` to `most`, of a unit, as `%` or ` days`, that may be left out. */
export const wholeNumber = (
  about: About<number> & { readonly least: number; readonly most: number; readonly unit?: string },
): Setting<number> => {
  const { least, most, unit = '' } = about;
  return {
    ...about,
    takes: `a whole number, ${least} to ${most}`,
    read: (text) => {
      const word = text.trim().toLowerCase();
      const bare = word.endsWith(unit.trim()) ? word.slice(0, word.length - unit.trim().length).trim() : word;
      const value = /^\d+$/.test(bare) ? Number(bare) : Number.NaN;
      return value >= least && value <= most ? ok(value) : fail(`It is a whole number from ${least} to ${most}.`);
    },
    write: (value) => `${value}${unit}`,
  };
};
