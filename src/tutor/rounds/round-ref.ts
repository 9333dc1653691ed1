/** A round by its id, and perhaps one of its questions by number. */
export interface RoundRef {
  readonly id: string;
  readonly number?: number;
}

/** Reads `abc` or `abc.2`: what the buttons of a round have after the `#`. */
export function readRef(text: string): RoundRef {
  const [, id, number] = /^(.+)\.(\d{1,4})$/.exec(text) ?? [];
  return id === undefined ? { id: text } : { id, number: Number(number) };
}

/** `#abc` or `#abc.2`, which `readRef` reads without its sign. */
export const refTo = (id: string, number?: number): string => `#${id}${number === undefined ? '' : `.${number}`}`;
