import { printableLine } from '../base/printable.ts';
import type { Tutor } from './tutor.ts';

/** Does it; what breaks is logged under a fresh id and told by that. This is the edge: nothing is thrown any further. */
export async function guarded(
  { newIncident, log }: Pick<Tutor, 'newIncident' | 'log'>,
  act: () => Promise<void>,
  tell?: (incident: string) => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    const incident = newIncident();
    log(`discord: incident ${incident}: ${describeError(error)}`, 'error');
    if (tell) await guarded({ newIncident, log }, () => tell(incident));
  }
}

/** Its stack and its cause; not its other fields, since those of the library hold tokens. */
function describeError(error: unknown): string {
  if (!(error instanceof Error)) return printableLine(String(error));
  const cause = error.cause === undefined ? '' : ` caused by ${describeError(error.cause)}`;
  return `${printableLine(error.stack ?? error.message)}${cause}`;
}
