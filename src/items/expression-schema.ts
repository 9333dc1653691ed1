import { z } from 'zod';
import { nearest } from '../base/nearest.ts';
import { parseType } from '../dns/rr-type.ts';
import type { Expression, FactCall, Predicate } from './expression.ts';
import type { ArgumentKind } from './fact.ts';
import { FACTS, findFact } from './fact-list.ts';
import { MOMENTS } from './facts/history.ts';
import { PLACES } from './facts/lookups.ts';
import { STATUSES } from './facts/registration.ts';
import { HAPPENINGS, type Happening } from './happening.ts';

/** How packs write facts, values and predicates. Whatever is not known is refused with the nearest that is. */

/** A value as YAML has it; which type it is to be is known where it is used. */
export const literal = z.union([z.string(), z.number(), z.boolean()], 'write a text or a number');

/** Something that happens, as `wait: 2d`. */
export const happening = z.record(z.string(), literal).transform((written, context): Happening => {
  const [entry, ...more] = Object.entries(written);
  const known = HAPPENINGS.find((each) => each === entry?.[0]);
  if (known && entry && more.length === 0) return { do: known, with: String(entry[1]) };
  const near = entry && nearest(entry[0], HAPPENINGS);
  const instead = near && more.length === 0 ? `; did you mean \`${near}\`?` : '';
  const forms = HAPPENINGS.map((each) => `\`${each}: …\``).join(', ');
  context.addIssue({ code: 'custom', message: `something that happens is written as one of ${forms}${instead}` });
  return z.NEVER;
});

/** A fact and whatever stands beside it, to be split by `readCall`. */
export const rawCall = z.looseObject({ fact: z.string(), after: z.array(happening).default([]) });
type RawCall = z.output<typeof rawCall>;

/** A fact with its arguments. */
export const factCall = rawCall.transform(readCall);

/** The call of a fact: all that stands beside its name is taken for its arguments. */
export function readCall({ fact: name, after, ...written }: RawCall, context: z.core.$RefinementCtx): FactCall {
  const fact = findFact(name);
  if (!fact) {
    const near = nearest(name, Object.keys(FACTS));
    const instead = near ? `did you mean \`${near}\`?` : `known are ${Object.keys(FACTS).join(', ')}`;
    context.addIssue({ code: 'custom', path: ['fact'], message: `there is no fact \`${name}\`; ${instead}` });
    return z.NEVER;
  }
  const args = Object.entries(written).map(([argument, value]) => [argument, String(value)] as const);
  for (const [argument, value] of args) {
    const kind = Object.hasOwn(fact.args, argument) ? fact.args[argument] : undefined;
    const fault = kind ? argumentFault(kind, value) : unknownArgument(name, argument, Object.keys(fact.args));
    if (fault) context.addIssue({ code: 'custom', path: [argument], message: fault });
  }
  return { fact: name, args: Object.fromEntries(args), after };
}

function unknownArgument(fact: string, name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  const takes = known.length > 0 ? `it takes ${known.join(', ')}` : 'it takes none';
  return `fact \`${fact}\` has no argument \`${name}\`; ${near ? `did you mean \`${near}\`?` : takes}`;
}

const CLOSED_ARGUMENTS: Readonly<Partial<Record<ArgumentKind, readonly string[]>>> = {
  host: ['host', 'old-host'],
  where: PLACES,
  purpose: ['registration', 'renewal', 'transfer', 'restoration', 'wholesale', 'refund', 'zone'],
  status: STATUSES,
  event: Object.keys(MOMENTS),
};

function argumentFault(kind: ArgumentKind, value: string): string | undefined {
  if (kind === 'rr-type') return parseType(value) ? undefined : `\`${value}\` is not a record type, such as \`A\``;
  const known = CLOSED_ARGUMENTS[kind];
  return known && !known.includes(value) ? `\`${value}\` is not one of ${known.join(', ')}` : undefined;
}

/** `3`, `"300 seconds"`, `dns-host`, or a fact. */
export const expression: z.ZodType<Expression> = z.union(
  [factCall, literal.transform((written): Expression => ({ literal: written }))],
  'write a value, or a fact as `{ fact: registrar }`',
);

const predicateCall = rawCall
  .extend({ is: expression.optional(), 'is-not': expression.optional() })
  .transform((raw, context): Predicate => {
    const { is, 'is-not': isNot, ...rest } = raw;
    const call = readCall(rest, context);
    if (call === z.NEVER) return z.NEVER;
    if (is !== undefined && isNot === undefined) return { kind: 'is', call, value: is };
    if (isNot !== undefined && is === undefined) return { kind: 'is-not', call, value: isNot };
    if (is === undefined && findFact(call.fact)?.type === 'truth') return { kind: 'true', call };
    const message = `fact \`${call.fact}\` needs \`is:\` or \`is-not:\`, one of them`;
    context.addIssue({ code: 'custom', path: ['fact'], message });
    return z.NEVER;
  });

/** `{ fact: …, is: … }`, `{ fact: …, is-not: … }`, a fact that is true or false, or `all:` or `any:` of such. */
export const predicate: z.ZodType<Predicate> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: z.array(predicate).min(1) }).transform(({ all }): Predicate => ({ kind: 'all', of: all })),
      z.strictObject({ any: z.array(predicate).min(1) }).transform(({ any }): Predicate => ({ kind: 'any', of: any })),
      predicateCall,
    ],
    'write a fact, as `{ fact: zone-exists, at: host }`, or `all:` or `any:` with a list of such',
  ),
);

/** What is claimed: a predicate, or `true` or `false` where no world is asked. */
export const claim = z.union(
  [z.boolean(), predicate],
  'write `true`, `false` or a fact, as `{ fact: zone-exists, at: host }`',
);
