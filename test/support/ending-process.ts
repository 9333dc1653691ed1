/** Ends the process at a call of that number, counted from 1: right before it, or when it is done and nobody has heard of it. */
export type Die = (call: number, when: 'before' | 'after') => void;

/** Things that one process uses: their calls that change something are counted together, and it may end at any of them. */
export function endingProcess(die: Die) {
  let calls = 0;
  return <Thing extends object>(thing: Thing, isCounted: (method: string) => boolean): Thing =>
    new Proxy(thing, {
      get(target, name: string) {
        const method = Reflect.get(target, name) as unknown;
        if (typeof method !== 'function' || !isCounted(name)) return method;
        return async (...given: unknown[]) => {
          calls += 1;
          const call = calls;
          die(call, 'before');
          const outcome: unknown = await Reflect.apply(method, target, given);
          die(call, 'after');
          return outcome;
        };
      },
    });
}

/** What changes rows of a round, or tells of a post. That one is only taken changes nothing yet: what follows does. */
export const changesRows = (method: string): boolean =>
  /^(add|set|close|pause|resume|end|extend|settle|defer|reopen)/.test(method);
/** What others can see. */
export const isSeen = (method: string): boolean => method === 'post' || method === 'replace';
