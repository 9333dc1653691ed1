import { describeFault } from '../base/incidents.ts';
import { UNWATCHED, type Watch } from '../base/observe.ts';
import { assertNever } from '../base/result.ts';
import { MINUTE, SECOND } from '../base/time.ts';
import { brokenNotice } from '../tutor/broken.ts';
import { openInHand } from '../tutor/in-hand.ts';
import { kindOfLine } from '../tutor/kind-of-line.ts';
import { button, notice, type Reply } from '../tutor/reply.ts';
import type { Venue } from '../tutor/venue.ts';
import { attempt, persist } from './attempt.ts';
import { withoutSecrets } from './bolt-logger.ts';
import { sharedFiles } from './fetch-shared.ts';
import { fileGiver } from './give-file.ts';
import { inThread } from './place.ts';
import { askedBy, receiveSlack } from './receive.ts';
import type { Asked, FormAsked, LineAsked, Received } from './received.ts';
import { firstSight } from './recent.ts';
import { renderHome } from './render.ts';
import { renderForm } from './render-form.ts';
import { renderSpent } from './render-spent.ts';
import { responseIn } from './response-in.ts';
import { standingOf } from './standing.ts';
import { type Told, tell } from './tell.ts';
import type { Tutor } from './tutor.ts';
import { workspaceOf } from './workspace-of.ts';
import type { Client, Workspaces } from './workspaces.ts';

/** Answers one delivery, while somebody may look on; never rejects. Call it once the delivery is acknowledged. */
export type Attend = (body: unknown, watch?: Watch) => Promise<void>;

/** Slack's own retries end after five minutes. */
const RETRIES_MS = 10 * MINUTE;
const DOUBLE_CLICK_MS = 2 * SECOND;

/** @param anyone calls Slack for no workspace: no more than a `response_url` can be reached with it */
export function attendant(tutor: Tutor, { clientOf, leave }: Workspaces, anyone: Client): Attend {
  const { commands, now, log } = tutor;
  const inHand = openInHand();
  const isNew = firstSight(RETRIES_MS);
  const isSinglePress = firstSight(DOUBLE_CLICK_MS);

  const say = async (to: Told['to'], reply: Reply, client: Client, watch: Watch): Promise<void> => {
    if (!(await tell({ reply, to }, client, tutor))) watch.came('late');
  };

  const answer = async (
    received: Exclude<Received, { kind: 'nothing' | 'removal' }>,
    client: Client,
    watch: Watch,
  ): Promise<void> => {
    if (received.kind === 'form') return openForm(received, received.form, client, watch);
    if (!(await tutor.claim(received.id))) return watch.came('duplicate');
    switch (received.kind) {
      case 'line':
        await say(
          received,
          await tutor.handle(received.account, received.line, venueOf(received, client, log)),
          client,
          watch,
        );
        return spend(received, client);
      case 'home':
        return publishHome(received, client, watch);
      case 'outdated':
        watch.came('refused');
        return say(received, OUTDATED, client, watch);
      default:
        assertNever(received);
    }
  };

  /** Takes the buttons off what was responded to; they would only be told so, hence no harm if it fails. */
  const spend = async ({ pressedOn, line }: LineAsked, client: Client): Promise<void> => {
    const response = responseIn(line);
    if (!pressedOn || response === undefined) return;
    const { channel, ts } = pressedOn;
    const { text, blocks } = renderSpent(pressedOn, response);
    await attempt(() => client.chat.update({ channel, ts, text, blocks: [...blocks] }));
  };

  const openForm = async (asked: Asked, form: FormAsked, client: Client, watch: Watch): Promise<void> => {
    const view = renderForm(form, asked.place);
    const opened = await attempt(() => client.views.open({ trigger_id: form.trigger, view }));
    if (opened.kind === 'done') return;
    watch.came('late');
    await say(asked, notOpened(form), client, watch);
  };

  const publishHome = async ({ account }: Asked, client: Client, watch: Watch): Promise<void> => {
    const view = renderHome(await tutor.home(account), commands);
    const published = await persist(() => attempt(() => client.views.publish({ user_id: account.user, view })));
    if (published.kind === 'done') return;
    watch.came('late');
    log(`slack: a Home tab was not shown (${JSON.stringify(published)})`, 'warn');
  };

  /** @returns what the incident is called */
  const logged = (error: unknown, watch: Watch): string => {
    const { id, level } = tutor.newIncident(error);
    watch.came('failed', id);
    log(`slack: incident ${id}: ${withoutSecrets(describeFault(error))}`, level);
    return id;
  };

  return async (body, watch = UNWATCHED) => {
    const received = receiveSlack(body, commands);
    watch.is(received.kind === 'line' ? kindOfLine(received.line) : received.kind, askedBy(body));
    if (received.kind === 'nothing') return watch.came('ignored');
    if (!isNew(received.id, now())) return watch.came('duplicate');
    if (received.kind === 'line' && received.press && !isSinglePress(received.press, now()))
      return watch.came('duplicate');
    if (received.kind === 'removal')
      return leave(workspaceOf(body), received.at).catch((error) => void logged(error, watch));
    let client: Client | undefined;
    const who = `${received.account.space} ${received.account.user}`;
    const excuse = inHand.take(who);
    try {
      client = await clientOf(workspaceOf(body));
      if (client && excuse && received.kind !== 'form') {
        watch.came('refused');
        await say(received, excuse, client, watch);
      } else if (client) await answer(received, client, watch);
      else watch.came('refused');
    } catch (error) {
      const told = brokenNotice(error, logged(error, watch));
      await say(received, told, client ?? anyone, watch).catch(() => {});
    } finally {
      inHand.release(who);
    }
  };
}

/** Direct messages, whose ids begin with D, are no channel. */
function venueOf({ account, place }: Asked, client: Client, log: Tutor['log']): Venue {
  const channel = place.channel?.startsWith('D') ? undefined : place.channel;
  const speaker = { user: account.user, workspace: account.space };
  const files = { fetch: sharedFiles(client, account.user), giveFile: fileGiver(client, account.user, log) };
  if (channel === undefined) return { standing: () => standingOf(client, speaker), ...files };
  return { standing: () => standingOf(client, { ...speaker, channel }), ...files, channel, ...inThread(place.thread) };
}

const OUTDATED = notice(
  'That button is from an earlier version of me, and I no longer know what it did. Begin afresh:',
  [button('Quiz', '/quiz'), button('Help', '/help')],
);

const notOpened = ({ command }: FormAsked): Reply =>
  notice(`The form did not open in time. Press the button again, or type \`${command.replace('{}', '…')}\`.`);
