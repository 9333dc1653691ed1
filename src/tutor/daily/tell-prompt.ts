import { formatLocal } from '../../base/local-time.ts';
import { distributionChart } from '../charts/distribution-chart.ts';
import { type Content, titleOf } from '../command.ts';
import { charted, type Pictures } from '../pictures.ts';
import { putItem, task } from '../put-item.ts';
import { type Block, button, heading, people, type Reply, text, toChannel } from '../reply.ts';
import { isRight, type PressedForm, pressed, tallyOf } from '../rounds/tally.ts';
import { asked, letterButtons, reason, tallyMeters } from '../rounds/tell-to-many.ts';
import { sourceLinks } from '../source-link.ts';
import type { LearnerId } from '../store/account.ts';
import type { PromptResponse, PutPrompt, Schedule } from '../store/daily.ts';
import { readPresentation } from '../stored.ts';
import { person } from '../venue.ts';

/** A prompt as it comes to one learner, who responds to it as to any question. */
export const tellPromptToOne = (content: Content, { id, concept, body }: PutPrompt): Reply =>
  putItem(id, `Your daily prompt: ${titleOf(content, concept)}`, readPresentation(body));

/** What came before a prompt in its channel, and what was responded to it. */
export interface Before {
  readonly prompt: PutPrompt;
  readonly responses: readonly PromptResponse[];
}

/** A prompt as it is put to a channel, with how the one before it went. */
export function tellOpenPrompt(content: Content, schedule: Schedule, prompt: PutPrompt, before?: Before): Reply {
  const presentation = pressed(prompt);
  return toChannel(
    [
      heading(`Daily prompt: ${titleOf(content, prompt.concept)}`),
      ...asked(presentation),
      text(
        `Choose one. Nobody else sees which, and you can change it until it closes: ${whenItCloses(schedule, prompt)}.`,
      ),
      ...howItWent(before),
    ],
    letterButtons(`#${prompt.id}`, presentation.form),
  );
}

function whenItCloses({ zone }: Schedule, { closesAt }: PutPrompt): string {
  return closesAt === undefined ? 'when the next one comes' : `at ${formatLocal(zone, closesAt).slice(11)}, ${zone}`;
}

function howItWent(before: Before | undefined): readonly Block[] {
  if (before === undefined || before.responses.length === 0) return [];
  const rate = firstTry(pressed(before.prompt).form, before.responses);
  return [text(`The one before: ${rate} What is right, and why, stands in its message above.`)];
}

/** A prompt of a channel that is closed: how the responses fell, what is right and why, and who got it. */
export function tellClosedPrompt(
  content: Content,
  prompt: PutPrompt,
  responses: readonly PromptResponse[],
  shown: ReadonlySet<LearnerId>,
  pictures?: Pictures,
): Reply {
  const presentation = pressed(prompt);
  const { form, sources } = presentation;
  const tally = tallyOf(
    form,
    responses.map(({ response }) => response),
  );
  const went =
    responses.length === 0
      ? [text('Nobody responded this time. Here is what is right, all the same.')]
      : [
          ...tallyMeters(form, tally),
          text(firstTry(form, responses)),
          ...whoGotIt(form, responses, shown),
          ...charted(pictures, 'responses', distributionChart(form, tally)),
        ];
  return toChannel(
    [
      heading(`Daily prompt, closed: ${titleOf(content, prompt.concept)}`),
      ...task(presentation),
      ...went,
      ...reason(presentation, tally),
    ],
    [...(responses.length > 0 ? [button('Why?', `/why #${prompt.id}`)] : []), ...sourceLinks(sources)],
  );
}

/** Of what each chose first, how much was right. */
function firstTry(form: PressedForm, responses: readonly PromptResponse[]): string {
  const right = responses.filter(({ first }) => isRight(form, first)).length;
  return `${right} of ${responses.length} ${right === 1 ? 'was' : 'were'} right at the first try.`;
}

const MOST_NAMED = 20;

function whoGotIt(
  form: PressedForm,
  responses: readonly PromptResponse[],
  shown: ReadonlySet<LearnerId>,
): readonly Block[] {
  const right = responses.filter(({ response }) => isRight(form, response));
  const named = right.flatMap(({ learner, user }) => (user !== undefined && shown.has(learner) ? [person(user)] : []));
  const some = named.slice(0, MOST_NAMED);
  const others = right.length - some.length;
  if (some.length === 0) return [];
  return [
    people('Who got it', some),
    ...(others > 0 ? [text(`And ${others === 1 ? '1 other' : `${others} others`}.`)] : []),
  ];
}
