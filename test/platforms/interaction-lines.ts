import { expect } from 'vitest';

/** What a line of the log tells of an interaction, without its times. */
export const told = (platform: string, kind: string, by: string, outcome: string): string =>
  [platform, kind, by, outcome].join(' ');

/** What the lines of a log tell of interactions, in order; each has its times, and nothing that is not known here. */
export function interactionsIn(lines: readonly string[]): readonly string[] {
  const all = lines.flatMap((line) => (line.includes('"event":"interaction"') ? [JSON.parse(line)] : []));
  return all.map(({ level, time, msg, event, platform, kind, by, outcome, ms, acknowledgedMs, incident, ...more }) => {
    expect(more).toEqual({});
    expect(msg).toBe(`${platform}: ${kind}: ${outcome}`);
    expect(ms).toBeGreaterThanOrEqual(acknowledgedMs ?? 0);
    expect(typeof incident).toBe(outcome === 'failed' ? 'string' : 'undefined');
    return told(platform, kind, by, outcome);
  });
}

/** How often the log tells of an incident by its id, beside the interaction's own line. */
export function incidentsIn(lines: readonly string[]): number {
  const ids = lines.flatMap((line) => /"incident":"(\w+)"/.exec(line)?.[1] ?? []);
  return ids.filter((id) => lines.some((line) => line.includes(`incident ${id}: `))).length;
}
