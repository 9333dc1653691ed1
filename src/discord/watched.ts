import { type APIInteraction, InteractionType } from 'discord.js';
import type { Watch } from '../base/observe.ts';
import { assertNever } from '../base/result.ts';
import { kindOfLine } from '../tutor/kind-of-line.ts';
import type { Calls, Outcome } from './calls.ts';
import type { Asked } from './receive.ts';
import type { Tutor } from './tutor.ts';

/** Tells a watch what was asked, without what was said. */
export function tellAsked(watch: Watch, asked: Asked, { type }: Pick<APIInteraction, 'type'>): void {
  watch.is(kindOf(asked), BY[type] ?? 'other');
}

/** Tells a watch, too, what was taken before and what breaks. */
export const watchedTutor = (tutor: Tutor, watch: Watch): Tutor => ({
  ...tutor,
  async claim(delivery) {
    const isNew = await tutor.claim(delivery);
    if (!isNew) watch.came('duplicate');
    return isNew;
  },
  newIncident(error) {
    const incident = tutor.newIncident(error);
    watch.came('failed', incident.id);
    return incident;
  },
});

/** Tells a watch, too, when Discord has an answer, and when it takes none any more. */
export function watchedCalls(calls: Calls, watch: Watch): Calls {
  const seen = async (call: Promise<Outcome>): Promise<Outcome> => {
    const outcome = await call;
    if (outcome === 'expired') watch.came('late');
    else watch.acknowledged();
    return outcome;
  };
  return {
    ...calls,
    respond: (to, message) => seen(calls.respond(to, message)),
    replace: (on, message) => seen(calls.replace(on, message)),
    deferReplacing: (on) => seen(calls.deferReplacing(on)),
    openForm: (to, form) => seen(calls.openForm(to, form)),
    suggest: (to, choices) => seen(calls.suggest(to, choices)),
    editFirst: (of, message) => seen(calls.editFirst(of, message)),
    followUp: (on, message) => seen(calls.followUp(on, message)),
    async defer(to, isHidden) {
      const outcome = await seen(calls.defer(to, isHidden));
      if (outcome !== 'expired') watch.came('deferred');
      return outcome;
    },
  };
}

const BY: Readonly<Record<number, string>> = {
  [InteractionType.ApplicationCommand]: 'command',
  [InteractionType.ApplicationCommandAutocomplete]: 'typing',
  [InteractionType.MessageComponent]: 'control',
  [InteractionType.ModalSubmit]: 'form',
};

function kindOf(asked: Asked): string {
  switch (asked.kind) {
    case 'line':
      return kindOfLine(asked.line);
    case 'form':
    case 'suggestions':
    case 'outdated':
      return asked.kind;
    default:
      return assertNever(asked);
  }
}
