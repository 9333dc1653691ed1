import { LIMITS, lengthOf, shorten } from './limits.ts';

/**
 * What a control of ours stands for. It carries the command itself, so that a button can do only what a person could
 * have typed, and goes on working after a restart; `{}` or `{lines}` in it stands for what was chosen or typed.
 */
export type Control =
  | { readonly kind: 'press'; readonly command: string }
  | { readonly kind: 'choose'; readonly command: string }
  /** Opens a form; `label` and `placeholder` are what that will say. */
  | { readonly kind: 'ask'; readonly command: string; readonly label: string; readonly placeholder: string }
  /** Comes with the form that was filled in. */
  | { readonly kind: 'fill'; readonly command: string };

/**
 * The control as a custom_id, or undefined if the command is too long for one. Of a form's placeholder only so much is
 * kept as there is room for.
 * @param place its number among the controls of the message, since no two of them may have the same custom_id
 */
export function writeControl(control: Control, place: number): string | undefined {
  const head = `${LETTERS[control.kind]}${place}`;
  if (control.kind !== 'ask') return fitting(`${head} ${control.command}`);
  const label = shorten(control.label, LIMITS.inputLabel);
  const bare = `${head},${lengthOf(label)},00 ${label}${control.command}`;
  const room = Math.min(LIMITS.inputPlaceholder, LIMITS.customId - lengthOf(bare));
  const placeholder = room < lengthOf(control.placeholder) && room < SHORTEST ? '' : shorten(control.placeholder, room);
  return fitting(`${head},${lengthOf(label)},${lengthOf(placeholder)} ${label}${placeholder}${control.command}`);
}

/** The control behind a custom_id; undefined if it is not of this program, or of an earlier one that wrote otherwise. */
export function readControl(customId: string): Control | undefined {
  const [, letter, counts, rest = ''] = /^([pcaf])\d+((?:,\d+,\d+)?) ([\s\S]*)$/.exec(customId) ?? [];
  const kind = KINDS.find((each) => LETTERS[each] === letter);
  if (kind === undefined || (kind === 'ask') !== (counts !== '')) return undefined;
  if (kind !== 'ask') return { kind, command: rest };
  const [, ofLabel = 0, ofPlaceholder = 0] = (counts ?? '').split(',').map(Number);
  const characters = [...rest];
  const part = (from: number, to?: number) => characters.slice(from, to).join('');
  const end = ofLabel + ofPlaceholder;
  return { kind, label: part(0, ofLabel), placeholder: part(ofLabel, end), command: part(end) };
}

const LETTERS = { press: 'p', choose: 'c', ask: 'a', fill: 'f' } as const;
const KINDS = ['press', 'choose', 'ask', 'fill'] as const;
/** A placeholder cut to less than this says nothing. */
const SHORTEST = 8;

const fitting = (customId: string): string | undefined =>
  lengthOf(customId) <= LIMITS.customId ? customId : undefined;
