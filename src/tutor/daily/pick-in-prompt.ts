import { letterOf } from '../../items/presentation.ts';
import { readPlace } from '../../items/read-places.ts';
import type { Context } from '../command.ts';
import { button, notice, type Reply } from '../reply.ts';
import { isRight, pressed } from '../rounds/tally.ts';
import { shown } from '../shown.ts';
import type { PutPrompt } from '../store/daily.ts';

/** The prompt of that id, if it was put to a channel of this server or workspace; no other's is ever given. */
export async function promptHere({ store, account }: Context, id: string): Promise<PutPrompt | undefined> {
  const prompt = await store.prompt(id);
  const to = prompt && (await store.schedule(prompt.schedule))?.to;
  const isHere = to?.kind === 'channel' && to.platform === account.platform && to.space === account.space;
  return isHere ? prompt : undefined;
}

/** Keeps what somebody chose and says so, and nothing of whether it is right; once the prompt is closed, what became of it. */
export async function pickInPrompt(context: Context, prompt: PutPrompt, written: string | undefined): Promise<Reply> {
  const { store, learner, now: at } = context;
  const { id } = prompt;
  const earlier = (await store.promptResponses(id)).find((each) => each.learner === learner)?.response;
  if (isClosed(prompt, at)) return closed(prompt, earlier);
  if (written === undefined) return standing(prompt, earlier);
  const { options } = pressed(prompt).form;
  const place = readPlace(options, written);
  if (place === undefined) return notice(`${shown(written)} is none of its options. ${howToChoose(prompt)}`);
  const response = letterOf(place);
  if (response === earlier) return notice(`You have chosen ${response} already. ${CAN_CHANGE}`);
  if (await store.setPromptResponse({ prompt: id, learner, response, at }))
    return notice(`You chose ${response}${earlier === undefined ? '' : ` instead of ${earlier}`}. ${CAN_CHANGE}`);
  return closed(prompt, earlier);
}

const CAN_CHANGE = 'You can change it until the prompt closes.';

const isClosed = ({ closedAt, closesAt }: PutPrompt, at: number): boolean =>
  closedAt !== undefined || (closesAt !== undefined && closesAt <= at);

function closed(prompt: PutPrompt, chosen: string | undefined): Reply {
  const { form } = pressed(prompt);
  if (chosen === undefined)
    return notice(`That prompt is closed. You had not responded to it; right is ${letterOf(form.key)}.`);
  const was = isRight(form, chosen) ? 'which was right' : `which was not right; right is ${letterOf(form.key)}`;
  return notice(`That prompt is closed. You had chosen ${chosen}, ${was}.`, [button('Why?', `/why #${prompt.id}`)]);
}

const standing = (prompt: PutPrompt, chosen: string | undefined): Reply =>
  notice(chosen === undefined ? howToChoose(prompt) : `You chose ${chosen}. ${CAN_CHANGE}`);

function howToChoose(prompt: PutPrompt): string {
  const { options } = pressed(prompt).form;
  return `Choose one by its letter, A to ${letterOf(options.length - 1)}, as in \`/pick #${prompt.id} a\`.`;
}
