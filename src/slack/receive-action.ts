import { fillCommand } from '../tutor/fill-command.ts';
import { type ActionId, readActionId } from './action-id.ts';
import type { BlockActions } from './payload.ts';
import { inThread, type Place } from './place.ts';
import { type PressedMessage, type Received, slackAccount } from './received.ts';

type Action = BlockActions['actions'][number];

/** What pressing a button or choosing from a menu asks for. */
export function receiveAction(body: BlockActions): Received {
  const { user, team, trigger_id: trigger } = body;
  const [action] = body.actions;
  const pressed = action && readActionId(action.action_id);
  const asked = { id: trigger, account: slackAccount(team?.id ?? user.team_id, user.id), place: placeOf(body) };
  if (pressed?.kind === 'pick' || pressed?.kind === 'link') return { kind: 'nothing' };
  const command = action && pressed && commandOf(body, action, pressed);
  if (!command) return { kind: 'outdated', ...asked };
  if (pressed.kind === 'fill') {
    const form = { trigger, label: action.text?.text ?? '', placeholder: pressed.rest, command };
    return { kind: 'form', ...asked, form };
  }
  return { kind: 'line', ...asked, line: command, press: pressOf(body, action, command), ...pressedOn(body) };
}

function pressedOn({ channel, message }: BlockActions): { readonly pressedOn?: PressedMessage } {
  if (!channel || !message?.blocks) return {};
  return { pressedOn: { channel: channel.id, ts: message.ts, blocks: message.blocks } };
}

/** The command that was pressed or chosen, with what was chosen filled in. */
function commandOf(body: BlockActions, action: Action, { kind, rest }: ActionId): string | undefined {
  if (kind === 'choose') return action.selected_option ? fillCommand(rest, action.selected_option.value) : undefined;
  if (kind !== 'send' || action.value === undefined) return action.value;
  const beside = Object.values(body.state?.values[action.block_id] ?? {});
  const picked = beside.flatMap(({ selected_options = [] }) => selected_options);
  return fillCommand(action.value, picked.map(({ value }) => value).join(' '));
}

const pressOf = ({ user, channel, container }: BlockActions, { block_id }: Action, command: string): string =>
  [user.id, channel?.id ?? container.view_id, container.message_ts, block_id, command].join(' ');

function placeOf({ channel, container, message, response_url: responseUrl }: BlockActions): Place {
  return {
    ...(channel && { channel: channel.id }),
    ...inThread(container.thread_ts ?? message?.thread_ts),
    isDirect: channel?.id.startsWith('D') === true && container.is_ephemeral !== true,
    ...(responseUrl !== undefined && { responseUrl }),
  };
}
