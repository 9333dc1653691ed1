/** What a command is called in another language, and what it does in one line. */
export interface Translation {
  readonly name: string;
  readonly summary: string;
}
/** By locale, as `de` or `es-ES`, then by the command's own name. Commands without one keep theirs. */
export type Translations = ReadonlyMap<string, ReadonlyMap<string, Translation>>;
