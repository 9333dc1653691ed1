/** What reading something gives: its value, or the problem that stopped it. */
export type Result<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** What was read. */
export const ok = <Value>(value: Value): Result<Value, never> => ({ ok: true, value });
/** Why nothing was read. */
export const fail = <Problem>(problem: Problem): Result<never, Problem> => ({ ok: false, problem });

/** The end of every `switch` on a tag: the compiler refuses a forgotten variant here. */
export function assertNever(value: never): never {
  throw new Error(`unhandled variant: ${JSON.stringify(value)}`);
}
