/**
 * A picture that is not drawn yet: what it shows, and the same in words. It is plain data, so that it can be sent to
 * whoever draws it, and two of the same model are the same picture.
 */
export interface Picture {
  /** The stem of its file's name, such as `map`. */
  readonly name: string;
  /** All that it shows, in sentences, the most telling first. */
  readonly description: string;
  /** The same drawn in characters, at most `TWIN_COLUMNS` wide. */
  readonly twin: string;
  /** What is drawn; only whoever draws it reads it. */
  readonly model: object;
}

/** Columns that a narrow terminal still shows. */
export const TWIN_COLUMNS = 60;

/** What it is looked at on. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/**
 * Draws a picture as a PNG; rejects if it cannot be drawn. Undefined where so many are waited for that it would come too
 * late: its words will do.
 */
export type Paint = (picture: Picture, theme: Theme) => Promise<Uint8Array | undefined>;

/** What becomes of a picture that is wanted: drawn now or before; refused, since it would come too late; or not drawn for a fault. */
export const PICTURE_OUTCOMES = ['drawn', 'remembered', 'refused', 'failed'] as const;
export type PictureOutcome = (typeof PICTURE_OUTCOMES)[number];

/**
 * A description that is to be no longer than so many characters: whole sentences of it, and last how many are left out.
 * @param most at least 60
 */
export function shortDescription(description: string, most: number): string {
  if (description.length <= most) return description;
  const sentences = description.split(/(?<=[.!?]) (?=\S)/);
  for (let kept = sentences.length - 1; kept > 0; kept -= 1) {
    const left = sentences.length - kept;
    const short = `${sentences.slice(0, kept).join(' ')} And ${left} more ${left === 1 ? 'sentence' : 'sentences'}.`;
    if (short.length <= most) return short;
  }
  const room = most - ' … (and 000,000 more letters)'.length;
  return `${description.slice(0, room)} … (and ${(description.length - room).toLocaleString('en-US')} more letters)`;
}
