import type { Lack } from '../base/unavailable-error.ts';
import { UnavailableError } from '../base/unavailable-error.ts';
import { notice, type Reply } from './reply.ts';

/** What a learner is told whose line could not be answered: what is kept, what to do, and by which id the log tells more. */
export function brokenNotice(error: unknown, incident: string): Reply {
  if (!(error instanceof UnavailableError)) return notice(`Something broke on my side (${incident}). You can go on.`);
  return notice(
    `${WHY[error.lack]} What I answered before is kept. Send this again in a minute: nothing counts twice. ` +
      `If it goes on, tell whoever runs me, with the number ${incident}.`,
  );
}

const WHY: Readonly<Record<Lack, string>> = {
  busy: 'My notes are in use by another program just now, so I could not do that.',
  'no-room': 'I have no room left to note anything down, so I could not do that.',
  'out-of-reach': 'I cannot get at my notes just now, so I could not do that.',
  stopping: 'I am being restarted, and do not know what has become of that.',
};
