import { assertNever } from '../base/result.ts';
import type { Recipe } from '../scenario/scenario.ts';
import type { Form, Item, ItemScenario } from './item.ts';
import type { FormEntry, ItemEntry, ScenarioEntry } from './pack-schema.ts';

type StatementEntry = Extract<FormEntry, { kind: 'select-all' }>['statements'][number];

/** The item that an entry describes; undefined where a single choice mixes its two ways of writing. */
export function itemOf(entry: ItemEntry, pack: string): Item | undefined {
  const form = formOf(entry);
  if (!form) return undefined;
  const { id: itemId, concept, scenario: world, story, stem, rationale, sources: from, evidence } = entry;
  const rest = { id: itemId, pack, concept, story, stem, form, rationale, sources: from, evidence };
  return world ? { ...rest, scenario: scenarioOf(world) } : rest;
}

function scenarioOf({ pace, since, ...recipe }: NonNullable<ItemEntry['scenario']>): ItemScenario {
  return { ...recipeOf(recipe), ...(pace ? { pace } : {}), ...(since ? { since } : {}) };
}

/** A recipe as it is written in items, faults and labs. */
export function recipeOf({ architecture, stage, only }: ScenarioEntry): Omit<Recipe, 'seed'> {
  const { registrars, suffixes } = only ?? {};
  const between = { ...(registrars && { registrars }), ...(suffixes && { suffixes }) };
  return { architecture, ...(stage && { stage }), ...(only && { only: between }) };
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
