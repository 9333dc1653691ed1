import { LOG_FORMATS, LOG_LEVELS, type LogFormat, type LogLevel } from './base/log.ts';
import { fail, ok, type Result } from './base/result.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export function readLogLevel({ LOG_LEVEL }: Environment): Result<LogLevel, readonly string[]> {
  const said = LOG_LEVEL?.trim().toLowerCase() || 'info';
  const level = LOG_LEVELS.find((known) => known === said);
  return level === undefined ? fail([`LOG_LEVEL needs one of ${LOG_LEVELS.join(', ')}.`]) : ok(level);
}

/** Whoever sits before it gets text, and a program that gathers lines gets JSON. */
export function readLogFormat({ LOG_FORMAT }: Environment, isTerminal: boolean): Result<LogFormat, readonly string[]> {
  const said = LOG_FORMAT?.trim().toLowerCase() || (isTerminal ? 'text' : 'json');
  const format = LOG_FORMATS.find((known) => known === said);
  return format === undefined ? fail([`LOG_FORMAT needs one of ${LOG_FORMATS.join(', ')}.`]) : ok(format);
}
