import { describeFault } from '../base/incidents.ts';
import type { Tutor } from './tutor.ts';

/** Does it; what breaks is logged under a fresh id and told by that. This is the edge: nothing is thrown any further. */
export async function guarded(
  { newIncident, log }: Pick<Tutor, 'newIncident' | 'log'>,
  act: () => Promise<void>,
  tell?: (error: unknown, incident: string) => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    const { id, level } = newIncident(error);
    // Its stack and its cause; not its other fields, since those of the library hold tokens.
    log(`discord: incident ${id}: ${describeFault(error)}`, level);
    if (tell) await guarded({ newIncident, log }, () => tell(error, id));
  }
}
