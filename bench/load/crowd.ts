/** What somebody does: they press a button, whose command may be any. */
export interface Act {
  readonly user: string;
  readonly space: string;
  readonly channel: string;
  readonly command: string;
  /** Whether they manage the place. */
  readonly isHost?: boolean;
}

/** What came back. */
export interface Heard {
  /** From the press to the first bytes of what can be read, in milliseconds; an announcement that it is coming does not count. */
  readonly ms: number;
  /** The message, as JSON. */
  readonly text: string;
}

/** A platform full of people; it checks nothing, so as to be fast. */
export interface Crowd {
  /** What the bot needs to connect to it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Rejects after ten seconds without an answer. */
  act(act: Act): Promise<Heard>;
  /** Hears what the bot posts to channels, unasked. */
  onPost(hear: (post: { readonly space: string; readonly text: string }) => void): void;
  close(): Promise<void>;
}

/** Nobody waits longer than that; a platform waits three seconds. */
const PATIENCE_MS = 10_000;

/** Those who wait for an answer, by what it will be addressed to. */
export function waitingRoom() {
  const waiting = new Map<string, { readonly began: (ms: number) => void; readonly heard: (text: string) => void }>();
  return {
    /** @param act sends what is to be answered */
    wait(key: string, act: () => void): Promise<Heard> {
      const sent = performance.now();
      return new Promise((resolve, reject) => {
        let ms: number | undefined;
        const timer = setTimeout(() => {
          waiting.delete(key);
          reject(new Error('no answer within ten seconds'));
        }, PATIENCE_MS);
        waiting.set(key, {
          began: (now) => {
            ms ??= now - sent;
          },
          heard: (text) => {
            clearTimeout(timer);
            waiting.delete(key);
            resolve({ ms: ms ?? performance.now() - sent, text });
          },
        });
        act();
      });
    },
    /** An answer's first bytes are here. */
    began: (key: string) => waiting.get(key)?.began(performance.now()),
    /** All of it is. */
    heard: (key: string, text: string) => waiting.get(key)?.heard(text),
  };
}
