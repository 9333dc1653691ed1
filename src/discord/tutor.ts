import type { Incidents } from '../base/incidents.ts';
import type { Log } from '../base/log.ts';
import type { Observe } from '../base/observe.ts';
import type { Paint } from '../base/picture.ts';
import type { Instant } from '../base/time.ts';
import type { Declaration, OptionDeclaration } from '../tutor/command.ts';
import type { Lists } from '../tutor/parse-option.ts';
import type { Reply } from '../tutor/reply.ts';
import type { Account } from '../tutor/store/account.ts';
import type { Suggestion } from '../tutor/suggest.ts';
import type { Translations } from '../tutor/translations.ts';
import type { Venue } from '../tutor/venue.ts';

/** What Discord's learners are served with. */
export interface Tutor {
  readonly declarations: readonly Declaration[];
  readonly lists: Lists;
  readonly translations: Translations;
  /** Where Discord is, such as `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly handle: (account: Account, line: string, venue: Venue) => Promise<Reply>;
  readonly suggest: (account: Account, option: OptionDeclaration, word: string) => Promise<readonly Suggestion[]>;
  /** Whether a delivery is new; false if any process has taken it already. */
  readonly claim: (delivery: string) => Promise<boolean>;
  /** Draws a picture. */
  readonly paint: Paint;
  readonly now: () => Instant;
  /** What it is called that broke, so that what a learner reports can be found in the log. */
  readonly newIncident: Incidents['newIncident'];
  readonly log: Log;
  /** Absent: nobody looks on. */
  readonly observe?: Observe;
}
