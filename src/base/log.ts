/** How much a line matters: most first. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Tells whoever runs the program, in one line without secrets; `info` unless said otherwise. */
export type Log = (line: string, level?: LogLevel) => void;

/** A log that leaves out what matters less than `least`. */
export const logFrom =
  (least: LogLevel, write: (line: string, level: LogLevel) => void): Log =>
  (line, level = 'info') => {
    if (LOG_LEVELS.indexOf(level) <= LOG_LEVELS.indexOf(least)) write(line, level);
  };
