import { setTimeout as pause } from 'node:timers/promises';

/** Something that somebody sent to the bot. */
export interface Sent {
  /** What they were shown on account of it, as JSON; undefined as long as it is nothing. */
  shown(): string | undefined;
  /** Delivers the same again, as a platform does that has heard nothing of it. */
  again(): void;
}

/** Somebody on a platform. */
export interface Person {
  readonly user: string;
  readonly platform: 'discord' | 'slack';
  readonly space: string;
  /** Types a command, without its slash. */
  type(words: string): Sent;
  /** Presses a button of what they were shown last. @param command what it stands for */
  press(command: string): Sent;
}

const LOOK_EVERY_MS = 4;

/** What somebody was shown; undefined if nothing came in time, or before it was over. */
export async function told(sent: Sent, waitMs: number, over: AbortSignal): Promise<string | undefined> {
  const until = performance.now() + waitMs;
  for (;;) {
    const shown = sent.shown();
    if (shown !== undefined || over.aborted || performance.now() > until) return shown;
    await pause(LOOK_EVERY_MS);
  }
}

/** The commands of buttons in what was shown. @param name such as `respond` */
export function commandsIn(shown: string, name: string): readonly string[] {
  const found = [...shown.matchAll(new RegExp(`/${name} (#[\\w.-]+) ([^"\\\\]*)`, 'g'))];
  // What is typed into a form is as good as chosen: it is read or not.
  return found.map(([, id = '', response = '']) => `/${name} ${id} ${response.replace(/\{\w*\}/, 'a')}`.trim());
}
