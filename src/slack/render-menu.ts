import type { types } from '@slack/bolt';
import { printableLine } from '../base/printable.ts';
import type { Block, Choice } from '../tutor/reply.ts';
import { actionIdOf } from './action-id.ts';
import { letterOf } from './letter.ts';
import { fitted, LIMITS } from './limits.ts';
import { paragraphs } from './rich-text.ts';

type Menu = Extract<Choice, { kind: 'menu' }>;
type Say = (text: string) => string;

/**
 * A menu that acts at once when one may be chosen; when several may, one that gathers, with a button that sends.
 * What Slack's menus cannot hold is said above it.
 */
export function renderMenu(menu: Menu, blocks: readonly Block[], say: Say): readonly types.KnownBlock[] {
  const values = menu.values.filter(({ value }) => value.trim() !== '' && value.length <= LIMITS.optionValue);
  const kept = values.slice(0, LIMITS.options * LIMITS.optionGroups);
  const several = menu.most > 1;
  const actionId = actionIdOf({ kind: 'choose', index: 0, rest: menu.command });
  const isTooLong = several ? menu.command.length > LIMITS.buttonValue : actionId.length > LIMITS.actionId;
  if (kept.length === 0 || isTooLong) return words([menu.label, ...menu.values.map(lineOf), typeLine(menu, say)]);

  const left = menu.values.filter((entry) => !kept.includes(entry));
  const said = [
    ...(wordsOf(menu.label).length > LIMITS.placeholder ? [menu.label] : []),
    ...kept.filter(({ label }) => wordsOf(label).length > LIMITS.optionLabel && !isSaid(label, blocks)).map(lineOf),
    ...(left.length === 0 ? [] : [...left.map(lineOf), typeLine(menu, say)]),
  ];
  const shown = kept.map(({ label, value }) => ({ label: lettered(label, blocks), value }));
  const elements = several ? gathering(menu, shown) : [{ ...selectOf(menu, shown), action_id: actionId }];
  return [...words(said), { type: 'actions', elements }];
}

const selectOf = (menu: Menu, values: Menu['values']): types.StaticSelect => ({
  type: 'static_select',
  placeholder: plain(wordsOf(menu.label) || 'Choose', LIMITS.placeholder),
  ...optionsOf(values),
});

function gathering(menu: Menu, values: Menu['values']): types.ActionsBlockElement[] {
  const { type: _, ...select } = selectOf(menu, values);
  const most = Math.min(menu.most, values.length);
  return [
    {
      type: 'multi_static_select',
      ...select,
      max_selected_items: most,
      action_id: actionIdOf({ kind: 'pick', index: 0, rest: '' }),
    },
    {
      type: 'button',
      text: plain('Send', LIMITS.buttonLabel),
      value: menu.command,
      action_id: actionIdOf({ kind: 'send', index: 1, rest: '' }),
    },
  ];
}

/** One list, or groups of lists when it is longer than one may be. */
function optionsOf(values: Menu['values']): Pick<types.StaticSelect, 'options' | 'option_groups'> {
  const options = values.map(({ label, value }) => ({
    text: plain(wordsOf(label) || value, LIMITS.optionLabel),
    value,
  }));
  if (options.length <= LIMITS.options) return { options };
  const starts = options.flatMap((_, index) => (index % LIMITS.options === 0 ? [index] : []));
  return {
    option_groups: starts.map((start) => {
      const part = options.slice(start, start + LIMITS.options);
      return { label: plain(`${start + 1} to ${start + part.length}`, LIMITS.optionLabel), options: part };
    }),
  };
}

const plain = (text: string, most: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: fitted(printableLine(text), most),
  emoji: false,
});

/** A label as it can be read; empty if nothing can. */
const wordsOf = (label: string): string => printableLine(label).trim();
const lineOf = ({ label, value }: { label: string; value: string }): string =>
  label === value || wordsOf(label) === '' ? value : `${value}: ${label}`;
const typeLine = ({ command }: Menu, say: Say): string => `Type: ${say(command).replace('{}', '…')}`;
/** Where a label stands among the options above; -1 if it does not. */
const placeOf = (label: string, blocks: readonly Block[]): number =>
  Math.max(-1, ...blocks.map((block) => (block.kind === 'options' ? block.options.indexOf(label) : -1)));
const isSaid = (label: string, blocks: readonly Block[]): boolean => placeOf(label, blocks) !== -1;
const lettered = (label: string, blocks: readonly Block[]): string =>
  isSaid(label, blocks) && wordsOf(label) !== '' ? `${letterOf(placeOf(label, blocks))} ${label}` : label;
const words = (lines: readonly string[]): readonly types.KnownBlock[] => paragraphs(lines.join('\n'));
