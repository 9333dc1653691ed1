import {
  type APIButtonComponentWithCustomId,
  type APIButtonComponentWithURL,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { printableLine } from '../base/printable.ts';
import { assertNever } from '../base/result.ts';
import { fillCommand } from '../tutor/fill-command.ts';
import { type Block, type Choice, fields, text } from '../tutor/reply.ts';
import { readControl, writeControl } from './control.ts';
import { LIMITS, lengthOf, shorten } from './limits.ts';

type Button = Choice & { readonly kind: 'button' };
type Menu = Choice & { readonly kind: 'menu' };
type Form = Choice & { readonly kind: 'form' };
type Link = Choice & { readonly kind: 'link' };
export type Control = APIButtonComponentWithCustomId | APIButtonComponentWithURL | APIStringSelectComponent;

/** Controls to draw, and what has to be said in text since it does not fit into them. */
export interface DrawnChoices {
  readonly controls: readonly Control[];
  readonly said: readonly Block[];
}

/**
 * Draws choices as buttons and menus; a form is a button that opens it. What no control can hold is said as what to type.
 * @param lettered the letters of texts that stand above already, by text
 */
export function renderChoices(choices: readonly Choice[], lettered: Lettered): DrawnChoices {
  const controls: Control[] = [];
  const said: Block[] = [];
  for (const choice of choices) {
    const drawn = renderChoice(choice, controls.length, lettered);
    controls.push(...drawn.controls);
    said.push(...drawn.said);
  }
  return { controls, said };
}
type Lettered = ReadonlyMap<string, string>;

function renderChoice(choice: Choice, place: number, lettered: Lettered): DrawnChoices {
  switch (choice.kind) {
    case 'button':
      return renderButton(choice, place);
    case 'menu':
      return renderMenu(choice, place, lettered);
    case 'form':
      return renderForm(choice, place);
    case 'link':
      return renderLink(choice);
    default:
      return assertNever(choice);
  }
}

function renderButton({ label, command }: Button, place: number): DrawnChoices {
  const customId = writeControl({ kind: 'press', command }, place);
  const words = wordsOr(label, command);
  if (customId === undefined) return { controls: [], said: [typeInstead(words, command)] };
  const said = lengthOf(words) > LIMITS.buttonLabel ? [typeInstead(words, command)] : [];
  return { controls: [buttonOf(words, customId, ButtonStyle.Secondary)], said };
}

/** The label in full where its button cannot hold it, and the address where no button can. */
function renderLink({ label, url }: Link): DrawnChoices {
  const words = wordsOr(label, url);
  if (lengthOf(url) > LIMITS.buttonUrl) return { controls: [], said: [text(`${words}: ${url}`)] };
  const drawn = {
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: shorten(words, LIMITS.buttonLabel),
    url,
  } as const;
  return { controls: [drawn], said: lengthOf(words) > LIMITS.buttonLabel ? [text(words)] : [] };
}

function renderForm({ label, placeholder, command, typed }: Form, place: number): DrawnChoices {
  const [asked, example] = [wordsOr(label, 'Your response'), printableLine(placeholder).trim()];
  const customId = writeControl({ kind: 'ask', command, label: asked, placeholder: example }, place);
  const inFull = text(example === '' ? asked : `${asked} (${example})`);
  if (customId === undefined) return { controls: [], said: [inFull, typeInstead(asked, command)] };
  const kept = readControl(customId);
  const isWhole = kept?.kind === 'ask' && kept.label === asked && kept.placeholder === example;
  const control =
    typed === undefined
      ? buttonOf(`✏️ ${asked}`, customId, ButtonStyle.Primary)
      : buttonOf(asked, customId, ButtonStyle.Secondary);
  return { controls: [control], said: isWhole ? [] : [inFull] };
}

/** Discord takes 25 values a menu, so that more make several menus. */
function renderMenu({ label, values, most, command }: Menu, place: number, lettered: Lettered): DrawnChoices {
  const asked = wordsOr(label, 'Choose');
  const options = optionsOf(values, lettered);
  const parts = Array.from({ length: Math.ceil(options.length / LIMITS.menuOptions) }, (_, part) =>
    options.slice(part * LIMITS.menuOptions, (part + 1) * LIMITS.menuOptions),
  );
  const ids = parts.map((_, part) => writeControl({ kind: 'choose', command }, place + part));
  const areTaken = options.every(({ value }) => value.trim() !== '' && lengthOf(value) <= LIMITS.optionValue);
  const isDrawn = options.length > 0 && areTaken && ids.every((id) => id !== undefined);
  const unsaid = options.filter(({ label, isSaid }) => !isDrawn || (!isSaid && lengthOf(label) > LIMITS.optionLabel));
  const listed = unsaid.length === 0 ? [] : [fields(...unsaid.map(({ label, value }) => [value, label] as const))];
  const isLong = lengthOf(asked) > LIMITS.menuPlaceholder;
  return {
    controls: isDrawn ? parts.map((part, index) => menuOf(asked, part, most, ids[index] ?? '')) : [],
    said: [...(isLong || !isDrawn ? [text(asked)] : []), ...listed, ...(isDrawn ? [] : [typeInstead(asked, command)])],
  };
}

interface Option {
  readonly label: string;
  readonly value: string;
  readonly isSaid: boolean;
}

/** Each value once. Those whose text stands above with its letter are named by that too. */
function optionsOf(values: Menu['values'], lettered: Lettered): readonly Option[] {
  const once = new Map(values.map((each) => [each.value, each.label]));
  return [...once].map(([value, label]) => {
    const letter = lettered.get(label);
    const words = wordsOr(label, value);
    return { value, label: letter === undefined ? words : `${letter} ${words}`, isSaid: letter !== undefined };
  });
}

function menuOf(asked: string, options: readonly Option[], most: number, customId: string): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder: shorten(asked, LIMITS.menuPlaceholder),
    min_values: 1,
    max_values: Math.max(1, Math.min(most, options.length)),
    options: options.map(({ label, value }) => ({ label: shorten(label, LIMITS.optionLabel), value })),
  };
}

const buttonOf = (
  label: string,
  customId: string,
  style: ButtonStyle.Primary | ButtonStyle.Secondary,
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style,
  label: shorten(label, LIMITS.buttonLabel),
  custom_id: customId,
});

/** Discord refuses a control that says nothing. */
const wordsOr = (label: string, instead: string): string =>
  printableLine(label).trim() || printableLine(instead).trim() || '…';

const typeInstead = (label: string, command: string): Block =>
  text(`${label}: type \`${fillCommand(printableLine(command), '…').replaceAll('`', "'")}\``);
