import { checkModal, checkSuggestions } from './check-command.ts';
import { checkMessage, unknownFields } from './check-message.ts';
import type { Answer, Body, Call } from './routes.ts';
import { type Interaction, invalid, type Message, type Modal, newSnowflake, Refusal, type State } from './state.ts';

/** Which responses an interaction of a type may have. Source: Receiving and Responding, Interaction Callback Type. */
const MAY: Readonly<Record<number, readonly number[]>> = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5, 6, 7] };

export function respond(state: State, { body }: Call, [id = '', token]: readonly string[]): Answer {
  const interaction = state.interactions.get(id);
  const isKnown = interaction !== undefined && interaction.token === token;
  if (!isKnown || (interaction.state === 'open' && Date.now() > interaction.respondBefore))
    throw new Refusal(404, 10062, 'Unknown interaction');
  if (interaction.state !== 'open') throw new Refusal(400, 40060, 'Interaction has already been acknowledged.');
  const type = Number(body.type);
  const data = (body.data ?? {}) as Body;
  if (!MAY[interaction.type]?.includes(type))
    throw invalid([`type: ${type} is no response to an interaction of type ${interaction.type}`]);
  const unknown = unknownFields(body, ['type', 'data'], '');
  if (unknown.length > 0) throw invalid(unknown);
  take(state, interaction, type, data);
  return { status: 204 };
}

function take(state: State, interaction: Interaction, type: number, data: Body): void {
  if (type === 4) {
    checkMessage(data, 'response');
    addMessage(state, interaction, data, (Number(data.flags ?? 0) & 64) !== 0);
  } else if (type === 7) {
    checkMessage(data, 'edit');
    const { on } = interaction;
    if (on === undefined) throw invalid(['type: there is no message to update']);
    on.components = (data.components ?? []) as Message['components'];
    interaction.messages.push(on);
  } else if (type === 6) {
    const { on } = interaction;
    if (on === undefined || Object.keys(data).length > 0) throw invalid(['type: there is no message to update']);
    interaction.messages.push(on);
  } else if (type === 5) {
    const unknown = [
      ...unknownFields(data, ['flags'], 'data.'),
      ...((Number(data.flags ?? 0) & ~64) === 0 ? [] : ['flags']),
    ];
    if (unknown.length > 0) throw invalid(unknown);
    interaction.isHidden = (Number(data.flags ?? 0) & 64) !== 0;
  } else if (type === 8) {
    checkSuggestions(data.choices as []);
    interaction.suggestions = data.choices as [];
  } else if (type === 9) {
    checkModal(data as unknown as Modal);
    interaction.modal = data as unknown as Modal;
  } else throw invalid([`type: ${type} is unknown to the stand-in`]);
  interaction.state = type === 5 || type === 6 ? 'deferred' : 'answered';
}

function addMessage(state: State, { messages, channel, user }: Interaction, data: Body, isHidden: boolean): Message {
  const components = (data.components ?? []) as Message['components'];
  const message = {
    id: newSnowflake(),
    channel,
    flags: Number(data.flags ?? 0),
    components,
    ...filesOf(data),
    ...(isHidden && { hiddenFor: user }),
  };
  messages.push(message);
  state.messages.push(message);
  return message;
}

export const filesOf = ({ files }: Body): Pick<Message, 'files'> =>
  files === undefined ? {} : { files: files as Readonly<Record<string, string>> };

function byToken(state: State, [application, token]: readonly string[]): Interaction {
  const interaction = [...state.interactions.values()].find((each) => each.token === token);
  if (application !== state.application || interaction === undefined) throw new Refusal(404, 10015, 'Unknown Webhook');
  if (Date.now() > interaction.tokenEnds) throw new Refusal(401, 50027, 'Invalid Webhook Token');
  if (interaction.state === 'open') throw new Refusal(404, 10015, 'Unknown Webhook', interaction.isPosted);
  return interaction;
}

export function showOriginal(state: State, _: Call, parts: readonly string[]): Answer {
  const [original] = byToken(state, parts).messages;
  if (original === undefined) throw new Refusal(404, 10008, 'Unknown Message');
  return { status: 200, body: original };
}

export function editOriginal(state: State, { body }: Call, parts: readonly string[]): Answer {
  const interaction = byToken(state, parts);
  checkMessage(body, 'edit');
  const [original] = interaction.messages;
  if (original === undefined && interaction.state !== 'deferred') throw new Refusal(404, 10008, 'Unknown Message');
  if (original === undefined) {
    interaction.state = 'answered';
    return { status: 200, body: addMessage(state, interaction, body, interaction.isHidden) };
  }
  interaction.state = 'answered';
  original.components = (body.components ?? []) as Message['components'];
  Object.assign(original, filesOf(body));
  return { status: 200, body: original };
}

/** Right after a deferral it would take the place of the placeholder, and with it who sees it: nobody should rely on that. */
export function followUp(state: State, { body }: Call, parts: readonly string[]): Answer {
  const interaction = byToken(state, parts);
  checkMessage(body, 'response');
  if (interaction.state === 'deferred') throw invalid(['a follow-up in the place of the deferred response']);
  return { status: 200, body: addMessage(state, interaction, body, (Number(body.flags ?? 0) & 64) !== 0) };
}
