/**
 * What pressing or choosing something does, as the `action_id` of its element:
 * `press` and `fill` (open a form) carry the command in the button's value, and `rest` of `fill` is the placeholder;
 * `link` opens a page, and nothing else follows from it;
 * `choose` is a menu that acts at once, its command in `rest`; `pick` only gathers, until the `send` beside it is pressed.
 */
export interface ActionId {
  readonly kind: (typeof KINDS)[number];
  readonly index: number;
  readonly rest: string;
}
const KINDS = ['press', 'fill', 'choose', 'pick', 'send', 'link'] as const;

export const actionIdOf = ({ kind, index, rest }: ActionId): string => `${kind} ${index} ${rest}`.trimEnd();

/** Undefined for what no version from now on has drawn. */
export function readActionId(text: string): ActionId | undefined {
  const [, word, index, rest = ''] = /^([a-z]+) (\d+)(?: ([\s\S]*))?$/.exec(text) ?? [];
  const kind = KINDS.find((known) => known === word);
  return kind && { kind, index: Number(index), rest };
}
