import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../base/log.ts';
import { printableLine } from '../base/printable.ts';

/** Bolt's warnings and errors, one line each, without the objects that hang from them: those may hold tokens. */
export function boltLogger(log: Log): Logger {
  const say = (level: 'warn' | 'error', said: readonly unknown[]): void => {
    const words = said.map((each) => (each instanceof Error ? each.message : typeof each === 'string' ? each : ''));
    log(`slack: ${withoutSecrets(printableLine(words.join(' ').trim()))}`, level);
  };
  const quiet = (): void => {};
  return {
    ...{ debug: quiet, info: quiet, setLevel: quiet, setName: quiet },
    warn: (...said) => say('warn', said),
    error: (...said) => say('error', said),
    getLevel: () => LogLevel.WARN,
  };
}

/** Tokens, and addresses that let whoever has them post. */
export const withoutSecrets = (text: string): string =>
  text.replace(/\bx(?:ox[a-z]|app)-[\w-]+/g, 'x…').replace(/(wss?|https?):\/\/[^\s"')]+/g, '$1://…');
