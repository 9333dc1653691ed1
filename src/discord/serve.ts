import { setTimeout as sleep } from 'node:timers/promises';
import type { APIInteraction } from 'discord.js';
import { UNWATCHED, type Watch } from '../base/observe.ts';
import { assertNever } from '../base/result.ts';
import { brokenNotice } from '../tutor/broken.ts';
import { openInHand } from '../tutor/in-hand.ts';
import { button, notice, type Reply } from '../tutor/reply.ts';
import type { Account } from '../tutor/store/account.ts';
import type { Calls } from './calls.ts';
import { openExchange } from './exchange.ts';
import { attachmentsOf } from './fetch-attachment.ts';
import { renderForm } from './form.ts';
import { guarded } from './guarded.ts';
import { LIMITS, lengthOf, shorten } from './limits.ts';
import { paintedFor } from './painted-for.ts';
import { type Asked, type Delivery, receiveDiscord } from './receive.ts';
import type { Tutor } from './tutor.ts';
import { tellAsked, watchedCalls, watchedTutor } from './watched.ts';

/** Answers interactions, however they come in: by the gateway or by HTTP. */
export interface Service {
  /** Takes one, and resolves when it is done with; never rejects, since what breaks is told to the learner and the log. */
  take(interaction: APIInteraction, calls: Calls): Promise<void>;
  /** Resolves when all that was taken is answered; what comes from now on is only told to come back. */
  finish(): Promise<void>;
}

/** Longer work is announced, well before Discord gives up. */
const DEFER_AFTER_MS = LIMITS.acknowledgeMs / 2;
/** Deliveries remembered in memory; those of other processes, and from before a restart, are in the store. */
const REMEMBERED = 10_000;

export function openService(tutor: Tutor): Service {
  const seen = new Set<string>();
  const going = new Set<Promise<void>>();
  const inHand = openInHand();
  let isFinishing = false;

  function isNew({ id }: Delivery): boolean {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > REMEMBERED && oldest !== undefined) seen.delete(oldest);
    return true;
  }

  return {
    take(interaction, calls) {
      const watch = tutor.observe?.interaction('discord') ?? UNWATCHED;
      const watched = watchedTutor(tutor, watch);
      const work = guarded(watched, async () => {
        const delivery = receiveDiscord(interaction, tutor.declarations, tutor.lists);
        if (delivery === undefined) return watch.came('ignored');
        tellAsked(watch, delivery.asked, interaction);
        if (!isNew(delivery)) return watch.came('duplicate');
        const { user } = delivery.account;
        const excuse = inHand.take(user);
        const because = isFinishing ? RESTARTING : excuse;
        await answer(watched, watchedCalls(calls, watch), delivery, because, watch).finally(() => inHand.release(user));
      }).finally(() => watch.end());
      going.add(work);
      return work.finally(() => going.delete(work));
    },
    async finish() {
      isFinishing = true;
      while (going.size > 0) await Promise.all(going);
    },
  };
}

async function answer(
  tutor: Tutor,
  calls: Calls,
  delivery: Delivery,
  excuse: Reply | undefined,
  watch: Watch,
): Promise<void> {
  const { asked } = delivery;
  switch (asked.kind) {
    case 'suggestions':
      return guarded(
        tutor,
        async () => {
          await calls.suggest(delivery, excuse ? [] : await suggestionsFor(tutor, delivery.account, asked));
        },
        async () => {
          await calls.suggest(delivery, []);
        },
      );
    case 'form':
      await calls.openForm(delivery, renderForm(asked));
      return;
    case 'outdated':
      watch.came('refused');
      return openExchange(calls, delivery).show(OUTDATED);
    case 'line':
      if (!excuse) return answerLine(tutor, calls, delivery, asked.line);
      watch.came('refused');
      return openExchange(calls, delivery).show(excuse);
    default:
      return assertNever(asked);
  }
}

const OUTDATED = notice(
  'That is from an earlier version of me, and I can no longer tell what it stood for. Here is a fresh start.',
  [button('Quiz', '/quiz'), button('Help', '/help')],
);
const RESTARTING = notice('I am being restarted and have not done that. Ask again in a minute, please.');

async function answerLine(tutor: Tutor, calls: Calls, { ...delivery }: Delivery, line: string): Promise<void> {
  const exchange = openExchange(calls, delivery, (reply) => paintedFor(tutor, reply));
  const act = async () => {
    const work = claimAndHandle(tutor, delivery, line);
    const isSlow = await Promise.race([work.then(() => false), sleep(DEFER_AFTER_MS, true, { ref: false })]);
    if (isSlow) await exchange.defer();
    const reply = await work;
    if (reply !== undefined) await exchange.show(reply);
  };
  await guarded(tutor, act, (error, incident) => exchange.show(brokenNotice(error, incident)));
}

async function claimAndHandle(
  tutor: Tutor,
  { id, account, standing, channel, place, attached }: Delivery,
  line: string,
): Promise<Reply | undefined> {
  const venue = {
    standing: async () => standing,
    ...(channel !== undefined && place !== 'direct' && { channel }),
    takesFiles: true,
    fetch: attachmentsOf(attached, tutor.apiUrl),
  };
  return (await tutor.claim(id)) ? tutor.handle(account, line, venue) : undefined;
}

async function suggestionsFor(
  tutor: Tutor,
  account: Account,
  { command, option, word }: Asked & { kind: 'suggestions' },
) {
  const declared = tutor.declarations.find(({ name }) => name === command)?.options[option];
  const suggestions = declared === undefined ? [] : await tutor.suggest(account, declared, word);
  return suggestions
    .filter(({ value }) => value.trim() !== '' && lengthOf(value) <= LIMITS.suggestion)
    .slice(0, LIMITS.suggestions)
    .map(({ label, value }) => ({ name: shorten(label, LIMITS.suggestion), value }));
}
