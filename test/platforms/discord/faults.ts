/**
 * How a call goes wrong. `…-after` does the work first and then says that it did not, so that a second try finds it done.
 * `hang` never answers.
 */
export interface Fault {
  readonly method: string;
  /** Of the path without `/api/v10`. */
  readonly path: RegExp;
  readonly kind: '400' | '429' | '500' | '500-after' | 'hang' | 'hang-after' | 'reset' | 'unknown-webhook' | 'refusal';
  /** How often; then it is over. */
  times: number;
  /** Seconds; for 429. */
  readonly retryAfter?: number;
  /** For a refusal: a status and a code of the API. */
  readonly refusal?: { readonly status: number; readonly code: number };
}

/** The fault that befalls a call, if any; used up by one. */
export function takeFault(faults: readonly Fault[], method: string, path: string): Fault | undefined {
  const fault = faults.find((each) => each.times > 0 && each.method === method && each.path.test(path));
  if (fault) fault.times -= 1;
  return fault;
}
