/** One thing that was looked at before serving: how it is, and what to do where it is not as it should be. */
export interface Finding {
  /** What was looked at, as `Discord token`. */
  readonly about: string;
  /** A `note` keeps nothing from working. */
  readonly state: 'good' | 'note' | 'fault';
  /** A sentence, and for all but the good another on what to do. */
  readonly says: string;
}
export const good = (about: string, says: string): Finding => ({ about, state: 'good', says });
export const note = (about: string, says: string): Finding => ({ about, state: 'note', says });
export const fault = (about: string, says: string): Finding => ({ about, state: 'fault', says });
