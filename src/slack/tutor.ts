import type { Incidents } from '../base/incidents.ts';
import type { Log } from '../base/log.ts';
import type { Observe } from '../base/observe.ts';
import type { Paint } from '../base/picture.ts';
import type { Instant } from '../base/time.ts';
import type { Reply } from '../tutor/reply.ts';
import type { Account } from '../tutor/store/account.ts';
import type { Store } from '../tutor/store.ts';
import type { Venue } from '../tutor/venue.ts';

/** What Slack's learners are served with. */
export interface Tutor {
  /** The names of all commands. */
  readonly commands: ReadonlySet<string>;
  readonly handle: (account: Account, line: string, venue: Venue) => Promise<Reply>;
  /** What the Home tab shows. */
  readonly home: (account: Account) => Promise<Reply>;
  /** True for whoever asks first with this id, in this process or any other on the same store. */
  readonly claim: (id: string) => Promise<boolean>;
  /** Where the tokens of workspaces are kept, sealed. */
  readonly installations: Pick<Store, 'keepInstallation' | 'installation' | 'dropInstallation'>;
  /** Draws a picture. */
  readonly paint: Paint;
  readonly now: () => Instant;
  /** What it is called that broke, so that what a learner reports can be found in the log. */
  readonly newIncident: Incidents['newIncident'];
  readonly log: Log;
  /** Absent: nobody looks on. */
  readonly observe?: Observe;
}
