import { assertNever } from '../base/result.ts';
import type { Form, Item } from './item.ts';
import type { FormEntry, ItemEntry } from './pack-schema.ts';

type StatementEntry = Extract<FormEntry, { kind: 'select-all' }>['statements'][number];

/** The item that an entry describes; undefined where a single choice mixes its two ways of writing. */
export function itemOf(entry: ItemEntry, pack: string): Item | undefined {
  const form = formOf(entry);
  if (!form) return undefined;
  const { id: itemId, concept, scenario: world, story, stem, rationale, sources: from, evidence } = entry;
  const told = world && { architecture: world.architecture, ...(world.stage ? { stage: world.stage } : {}) };
  const rest = { id: itemId, pack, concept, story, stem, form, rationale, sources: from, evidence };
  return told ? { ...rest, scenario: told } : rest;
}

/** The form that an entry describes; undefined where a single choice mixes its two ways of writing. */
export function formOf(entry: FormEntry): Form | undefined {
  switch (entry.kind) {
    case 'single-choice': {
      const { key, distractors, statements } = entry;
      if (statements && !key && !distractors) {
        return { kind: 'single-choice', of: 'statements', statements: withDetects(statements) };
      }
      if (key && distractors && !statements) return { kind: 'single-choice', of: 'values', key, distractors };
      return undefined;
    }
    case 'select-all':
      return { kind: 'select-all', of: 'statements', statements: withDetects(entry.statements) };
    case 'true-false':
      return { kind: 'true-false', holds: entry.holds, misconception: entry.misconception };
    case 'order':
      return {
        kind: 'order',
        steps: entry.steps.map(({ text, place }) => (place ? { text, place } : { text })),
        tempting: entry.tempting,
      };
    case 'typed':
      return { kind: 'typed', key: entry.key, tempting: entry.tempting };
    default:
      return assertNever(entry);
  }
}

const withDetects = (statements: readonly StatementEntry[]) =>
  statements.map(({ text, holds, misconception }) => ({
    text,
    holds,
    ...(misconception === undefined ? {} : { misconception }),
  }));
