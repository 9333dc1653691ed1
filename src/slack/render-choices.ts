import type { types } from '@slack/bolt';
import { printableLine } from '../base/printable.ts';
import { assertNever } from '../base/result.ts';
import type { Block, Choice } from '../tutor/reply.ts';
import { actionIdOf } from './action-id.ts';
import { fitted, LIMITS } from './limits.ts';
import { renderMenu } from './render-menu.ts';
import { paragraphs } from './rich-text.ts';

type Say = (text: string) => string;
type ButtonOrForm = Extract<Choice, { kind: 'button' | 'form' }>;

/**
 * What there is to press: buttons in rows, menus each in a row of its own. A label too long for Slack is said in full
 * above its button, and a command too long for one is said as what to type.
 */
export function renderChoices(choices: readonly Choice[], blocks: readonly Block[], say: Say): types.KnownBlock[] {
  const drawn: types.KnownBlock[] = [];
  for (const [index, choice] of choices.entries()) {
    switch (choice.kind) {
      case 'menu':
        drawn.push(...renderMenu(choice, blocks, say));
        break;
      case 'link':
        drawn.push(...paragraphs(labelled(choice)));
        addToRow(drawn, linkOf(choice, index));
        break;
      case 'button':
      case 'form':
        drawn.push(...saidInFull(choice, say));
        if (fits(choice)) addToRow(drawn, buttonOf(choice, index));
        break;
      default:
        assertNever(choice);
    }
  }
  return drawn;
}

/** To the row that ends what was drawn, or to a new one. */
function addToRow(drawn: types.KnownBlock[], button: types.Button): void {
  const last = drawn.at(-1);
  const isOpen = last?.type === 'actions' && last.elements.every(({ type }) => type === 'button');
  if (isOpen && last.elements.length < LIMITS.elements) last.elements.push(button);
  else drawn.push({ type: 'actions', elements: [button] });
}

const fits = ({ command }: ButtonOrForm): boolean => command.length <= LIMITS.buttonValue;

function buttonOf(choice: ButtonOrForm, index: number): types.Button {
  const placeholder =
    choice.kind === 'form' ? fitted(printableLine(choice.placeholder).trim(), LIMITS.placeholder) : '';
  return {
    type: 'button',
    action_id: actionIdOf({ kind: choice.kind === 'form' ? 'fill' : 'press', index, rest: placeholder }),
    text: { type: 'plain_text', text: fitted(labelOf(choice), LIMITS.buttonLabel), emoji: false },
    value: choice.command,
    ...(choice.kind === 'form' && choice.typed === undefined && { style: 'primary' }),
  };
}

type Link = Extract<Choice, { kind: 'link' }>;

/** The whole label, where its button cannot hold it. */
const labelled = ({ label }: Link): string => (printableLine(label).length > LIMITS.buttonLabel ? label : '');

const linkOf = ({ label, url }: Link, index: number): types.Button => ({
  type: 'button',
  action_id: actionIdOf({ kind: 'link', index, rest: '' }),
  text: { type: 'plain_text', text: fitted(printableLine(label).trim() || url, LIMITS.buttonLabel), emoji: false },
  url,
});

const labelOf = ({ label, command }: ButtonOrForm): string => printableLine(label).trim() || fitted(command, 20);

/** As text, what the button could not hold. */
function saidInFull(choice: ButtonOrForm, say: Say): readonly types.KnownBlock[] {
  const label = labelOf(choice);
  const hint = choice.kind === 'form' ? printableLine(choice.placeholder) : '';
  const lines = [
    ...(label.length > LIMITS.buttonLabel || !fits(choice) ? [label] : []),
    ...(hint.length > LIMITS.placeholder ? [hint] : []),
    ...(fits(choice) ? [] : [`Type: ${say(choice.command).replace('{}', '…')}`]),
  ];
  return paragraphs(lines.join('\n'));
}
