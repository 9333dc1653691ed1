/** A button of a question, and who presses it. */
export interface Press {
  readonly user: string;
  /** What the button stands for. */
  readonly command: string;
}

/** When something came back, in milliseconds since the press was sent. */
export interface Timing {
  /** The first byte of the answer. */
  readonly reply: number;
  /** That the press was received, where the platform wants to hear it apart from the answer. */
  readonly ack?: number;
}

/** The platform's side of a bot: it delivers presses and takes answers, and checks nothing, so as to be fast. */
export interface Platform {
  /** What a bot needs to connect to it. */
  readonly environment: Readonly<Record<string, string>>;
  /** Delivers a press; resolves when everything has come back. */
  press(press: Press): Promise<Timing>;
  close(): Promise<void>;
}
