import { formatDuration, MINUTE } from '../../base/time.ts';
import type { Outage } from '../../world/outage.ts';

/** What an order of steps did to the resolvers, in a few sentences. */
export function outageWords(outage: Outage): string {
  const { worst, lost, peak, size, firstFailure, lastFailure, served } = outage;
  if (firstFailure === undefined || lastFailure === undefined)
    return `None of ${size} resolvers was without an answer.`;
  const isOpen = lastFailure === served.length - 1;
  const until = isOpen
    ? `goes on when we stop looking, after ${span(served.length)}`
    : `ends after ${span(lastFailure + 1)}`;
  return [
    `The resolver that had it worst was without for ${span(worst)}.`,
    `${Math.round(peak * size)} of ${size} were without at the same time; added up over all of them it is ${span(lost)}.`,
    `It begins ${firstFailure === 0 ? 'at once' : `after ${span(firstFailure)}`} and ${until}.`,
  ].join(' ');
}

/** When everybody has the same, as a sentence; nothing where that is that there is no answer. */
export function agreementWords({ agreedFrom, served, lastFailure }: Outage): string {
  if (lastFailure === served.length - 1) return '';
  if (agreedFrom === undefined) return `After ${span(served.length)} the resolvers still do not all say the same.`;
  return agreedFrom === 0
    ? 'All of them said the same throughout.'
    : `All of them say the same after ${span(agreedFrom)}.`;
}

/** Minutes as a span. */
export const span = (minutes: number): string => formatDuration(minutes * MINUTE);
