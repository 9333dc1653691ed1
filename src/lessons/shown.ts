import { fail, ok, type Result } from '../base/result.ts';
import { type Name, parseName } from '../dns/name.ts';
import { type LookUp, readLookUp } from './look-up.ts';

/** Something of a world that a step shows. A `dig` of the resolver is a look-up that it remembers; a `trace` is of one that remembers nothing. */
export type Shown =
  | { readonly kind: 'who-holds-what' | 'bills' }
  | { readonly kind: 'dig' | 'trace'; readonly lookUp: LookUp }
  | { readonly kind: 'whois' | 'zone'; readonly domain: Name };

/** The words with which something is shown. */
export const SHOWN = ['who-holds-what', 'bills', 'dig', 'trace', 'whois', 'zone'] as const;

/** Reads `bills`, `dig www.example.com A`, `whois example.com` and the like, filled in. Refuses, in a sentence: all else. */
export function readShown(text: string): Result<Shown, string> {
  const [verb = '', ...words] = text.trim().split(/\s+/);
  const kind = SHOWN.find((each) => each === verb);
  switch (kind) {
    case 'who-holds-what':
    case 'bills':
      return words.length === 0 ? ok({ kind }) : fail(`\`${kind}\` stands alone`);
    case 'dig':
    case 'trace': {
      const lookUp = readLookUp(words.join(' '));
      return lookUp.ok ? ok({ kind, lookUp: lookUp.value }) : lookUp;
    }
    case 'whois':
    case 'zone': {
      const domain = parseName(words.join(' '));
      return domain.ok ? ok({ kind, domain: domain.value }) : fail(`\`${text}\` names no domain`);
    }
    default:
      return fail(`\`${text}\` begins with none of ${SHOWN.join(', ')}`);
  }
}
