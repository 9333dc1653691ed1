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
  /** What may be typed, as in `such as 20`. */
  readonly takes: string;
  /** Reads what somebody typed, or what `write` wrote; refuses with a sentence. */
  read(text: string): Result<Value, string>;
  /** What is kept, and what is shown. */
  write(value: Value): string;
}

type About<Value> = Pick<Setting<Value>, 'name' | 'scopes' | 'about' | 'usual'>;

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

/** A whole number from `least` to `most`. */
export const wholeNumber = (
  about: About<number> & { readonly least: number; readonly most: number },
): Setting<number> => ({
  ...about,
  takes: `a whole number, ${about.least} to ${about.most}`,
  read: (text) => {
    const value = /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
    return value >= about.least && value <= about.most
      ? ok(value)
      : fail(`It is a whole number from ${about.least} to ${about.most}.`);
  },
  write: String,
});
