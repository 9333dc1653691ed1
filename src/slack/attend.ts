import type { App } from '@slack/bolt';
import { assertNever } from '../base/result.ts';
import { MINUTE, SECOND } from '../base/time.ts';
import { button, notice, type Reply } from '../tutor/reply.ts';
import { attempt, persist } from './attempt.ts';
import { withoutSecrets } from './bolt-logger.ts';
import { deliver } from './deliver.ts';
import { outletFor } from './outlet.ts';
import { receiveSlack } from './receive.ts';
import type { Asked, FormAsked, LineAsked, Received } from './received.ts';
import { firstSight } from './recent.ts';
import { renderHome, renderSlack } from './render.ts';
import { renderForm } from './render-form.ts';
import { renderSpent } from './render-spent.ts';
import type { Tutor } from './tutor.ts';
import { waysTo } from './ways.ts';

/** Answers one delivery; never rejects. Call it once the delivery is acknowledged. */
export type Attend = (body: unknown) => Promise<void>;

/** Slack's own retries end after five minutes. */
const RETRIES_MS = 10 * MINUTE;
const DOUBLE_CLICK_MS = 2 * SECOND;

export function attendant(tutor: Tutor, client: App['client']): Attend {
  const { commands, now, log } = tutor;
  const send = outletFor(client);
  const isNew = firstSight(RETRIES_MS);
  const isSinglePress = firstSight(DOUBLE_CLICK_MS);

  const tell = async ({ account, place }: Asked, reply: Reply): Promise<void> => {
    const ways = waysTo(place, account.user, reply.audience);
    const faults = await deliver(renderSlack(reply, commands), ways, send);
    if (faults.length > 0) log(`slack: a reply reached nobody (${faults.join('; ')})`, 'error');
  };

  const answer = async (received: Exclude<Received, { kind: 'nothing' }>): Promise<void> => {
    if (received.kind === 'form') return openForm(received, received.form);
    if (!(await tutor.claim(received.id))) return;
    switch (received.kind) {
      case 'line':
        await tell(received, await tutor.handle(received.account, received.line));
        return spend(received);
      case 'home':
        return publishHome(received);
      case 'outdated':
        return tell(received, OUTDATED);
      default:
        assertNever(received);
    }
  };

  /** Takes the buttons off what was responded to; they would only be told so, hence no harm if it fails. */
  const spend = async ({ spent, line }: LineAsked): Promise<void> => {
    if (!spent) return;
    const { text, blocks } = renderSpent(spent, line);
    await attempt(() => client.chat.update({ channel: spent.channel, ts: spent.ts, text, blocks: [...blocks] }));
  };

  const openForm = async (asked: Asked, form: FormAsked): Promise<void> => {
    const view = renderForm(form, asked.place);
    const opened = await attempt(() => client.views.open({ trigger_id: form.trigger, view }));
    if (opened.kind !== 'done') await tell(asked, notOpened(form));
  };

  const publishHome = async ({ account }: Asked): Promise<void> => {
    const view = renderHome(await tutor.home(account), commands);
    const published = await persist(() => attempt(() => client.views.publish({ user_id: account.user, view })));
    if (published.kind !== 'done') log(`slack: a Home tab was not shown (${JSON.stringify(published)})`, 'warn');
  };

  return async (body) => {
    const received = receiveSlack(body, commands);
    if (received.kind === 'nothing' || !isNew(received.id, now())) return;
    if (received.kind === 'line' && received.press && !isSinglePress(received.press, now())) return;
    try {
      await answer(received);
    } catch (error) {
      const incident = tutor.newIncident();
      const what = withoutSecrets(error instanceof Error ? `${error.stack}` : String(error));
      log(`slack: incident ${incident}: ${what}`, 'error');
      await tell(received, notice(`Something broke on my side (${incident}). You can go on.`)).catch(() => {});
    }
  };
}

const OUTDATED = notice(
  'That button is from an earlier version of me, and I no longer know what it did. Begin afresh:',
  [button('Quiz', '/quiz'), button('Help', '/help')],
);

const notOpened = ({ command }: FormAsked): Reply =>
  notice(`The form did not open in time. Press the button again, or type \`${command.replace('{}', '…')}\`.`);
