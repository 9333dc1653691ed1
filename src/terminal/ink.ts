import { styleText } from 'node:util';

/** How words are set off from others. Without colour, code keeps its backticks and a heading gets a line below it. */
export interface Ink {
  readonly colour: boolean;
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly code: (text: string) => string;
  readonly correct: (text: string) => string;
  readonly partial: (text: string) => string;
  readonly incorrect: (text: string) => string;
}

type Format = Parameters<typeof styleText>[0];

/** Whether to colour is decided once, in the config; the environment is not asked again here. */
export function inkFor(colour: boolean): Ink {
  const set = (format: Format) => (text: string) =>
    colour && text !== '' ? styleText(format, text, { validateStream: false }) : text;
  return {
    colour,
    strong: set('bold'),
    quiet: set('dim'),
    code: (text) => (colour ? set('cyan')(text) : `\`${text}\``),
    correct: set(['bold', 'green']),
    partial: set(['bold', 'yellow']),
    incorrect: set(['bold', 'red']),
  };
}
