/** Something that buttons lead back to, by its id: a round with one of its questions, or a lesson begun with one of its steps. */
export interface NumberedRef {
  readonly id: string;
  readonly number?: number;
}

/** Reads `abc` or `abc.2`: what buttons have after the `#`. */
export function readRef(text: string): NumberedRef {
  const [, id, number] = /^(.+)\.(\d{1,4})$/.exec(text) ?? [];
  return id === undefined ? { id: text } : { id, number: Number(number) };
}

/** `#abc` or `#abc.2`, which `readRef` reads without its sign. */
export const refTo = (id: string, number?: number): string => `#${id}${number === undefined ? '' : `.${number}`}`;
