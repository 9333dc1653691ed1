import type { Item } from '../items/item.ts';
import { versionOf } from '../items/version.ts';
import type { BankFault } from './check-bank.ts';

/** What the bank has promised: each item with what it asks, as `versionOf` tells it, and the ids that are used up. */
export interface Lock {
  readonly items: Readonly<Record<string, string>>;
  readonly retired: readonly string[];
}

/**
 * What in the items breaks the promise: an id is permanent, and what it asks is too. Learners' histories and statistics
 * go by it.
 */
export function lockFaults(items: readonly Item[], { items: locked, retired }: Lock): readonly BankFault[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const replaced = new Set(items.flatMap(({ replaces }) => replaces ?? []));
  return [
    ...items.flatMap((item) => {
      const fault = (message: string): BankFault => ({ pack: item.pack, id: item.id, field: 'id', message });
      const before = locked[item.id];
      if (retired.includes(item.id)) return [fault('this id was retired, and an id is used once: write another')];
      if (before === undefined)
        return [fault('it is new, and not in questions/lock.yaml: `npm run check:content -- --lock` writes it down')];
      if (before === versionOf(item)) return [];
      return [
        fault(
          `it asks something else than before: give it a new id with \`replaces: ${item.id}\`, or if it still asks the same, \`npm run check:content -- --lock --accept ${item.id}\``,
        ),
      ];
    }),
    ...Object.keys(locked)
      .filter((id) => !byId.has(id) && !replaced.has(id))
      .map((id) => ({
        pack: '',
        id,
        field: 'id',
        message: 'it is in questions/lock.yaml and in no pack: put it back, or say in what takes its place `replaces:`',
      })),
    ...items
      .filter(({ replaces }) => replaces !== undefined && byId.has(replaces))
      .map(({ id, pack, replaces }) => ({
        pack,
        id,
        field: 'replaces',
        message: `\`${replaces}\` is still there: take it out, or leave \`replaces\` out`,
      })),
  ];
}

/** The lock after new items, replaced ones, and those of which somebody says that they still ask the same. */
export function lockOf(items: readonly Item[], { items: locked, retired }: Lock, accepted: readonly string[]): Lock {
  const replaced = items.flatMap(({ replaces }) => replaces ?? []);
  const kept = Object.entries(locked).filter(([id]) => !replaced.includes(id));
  const now = items.flatMap((item) =>
    locked[item.id] === undefined || accepted.includes(item.id) ? [[item.id, versionOf(item)] as const] : [],
  );
  return {
    items: Object.fromEntries([...new Map([...kept, ...now])].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    retired: [...new Set([...retired, ...replaced.filter((id) => locked[id] !== undefined)])].toSorted(),
  };
}
