import type { CompiledQuery, KyselyConfig, LogEvent } from 'kysely';

/** A query as the database gets it, and what is filled in where it has `?` or `$1`: that may be a learner's own words. */
export type AskedQuery = Pick<CompiledQuery, 'sql' | 'parameters'>;

/**
 * Is told how long a query took, and whether it failed.
 * @param kind its first word, such as `select` or `commit`
 */
export type ObserveQuery = (kind: string, ms: number, isFault: boolean, asked: AskedQuery) => void;

/** What makes Kysely tell of each query; nothing where nobody looks on. */
export function loggedTo(observe: ObserveQuery | undefined): Pick<KyselyConfig, 'log'> {
  if (!observe) return {};
  return {
    log: (event: LogEvent) => observe(kindOf(event), event.queryDurationMillis, event.level === 'error', event.query),
  };
}

const kindOf = ({ query }: LogEvent): string => /^\s*([a-z]+)/i.exec(query.sql)?.[1]?.toLowerCase() ?? 'other';
