import { pino } from 'pino';
import type { Fields, Log, LogFormat, LogLevel } from './base/log.ts';

export interface LogSettings {
  readonly format: LogFormat;
  /** What matters less is left out. */
  readonly level: LogLevel;
  /** What is never written, wherever it turns up. */
  readonly secrets: readonly string[];
}

/** A log that writes whole lines, with the time; as JSON each has `level`, `time` and `msg`, and its fields beside. */
export function logInto(write: (line: string) => void, { format, level, secrets }: LogSettings): Log {
  const hide = hiding(secrets);
  const put = format === 'json' ? write : (line: string) => write(asText(line));
  const logger = pino(
    {
      ...{ level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => put(hide(line)) },
  );
  return (line, level = 'info', fields = {}) => logger[level](fields, line);
}

function asText(line: string): string {
  const { time, level, msg, ...fields } = JSON.parse(line) as Fields;
  const named = Object.entries(fields).map(([name, value]) => ` ${name}=${value}`);
  return `${time} ${level} ${msg}${named.join('')}\n`;
}

/** Shapes of secrets that this program did not choose: tokens of Slack and Discord, what an address holds for its owner only. */
const SHAPES: readonly (readonly [shape: RegExp, instead: string])[] = [
  [/\bx(?:ox[a-z]|app)-[\w-]+/g, 'x…'],
  [/\/\/[^/\s:@"]+:[^/\s@"]+@/g, '//…@'],
  [/\/(webhooks|interactions)\/(\d+)\/[\w-]{20,}/g, '/$1/$2/…'],
];

/** Takes secrets out of a line of JSON. */
function hiding(secrets: readonly string[]): (line: string) => string {
  const written = secrets.filter((secret) => secret !== '').map((secret) => JSON.stringify(secret).slice(1, -1));
  return (line) => {
    const without = written.reduce((text, secret) => text.replaceAll(secret, '…'), line);
    return SHAPES.reduce((text, [shape, instead]) => text.replace(shape, instead), without);
  };
}
