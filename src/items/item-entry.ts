import { assertNever } from '../base/result.ts';
import type { Recipe } from '../scenario/scenario.ts';
import type { Happening } from './happening.ts';
import type { Form, Item, ItemScenario } from './item.ts';
import type { FormEntry, ItemEntry, ScenarioEntry } from './pack-schema.ts';

type StatementEntry = Extract<FormEntry, { kind: 'select-all' }>['statements'][number];

/** A world in which something broke, by the id of the fault: a scenario, and all that happened in it. */
export type Breakages = ReadonlyMap<string, Breakage>;
export interface Breakage {
  readonly recipe: Omit<Recipe, 'seed'>;
  readonly happenings: readonly Happening[];
}

/**
 * The item that an entry describes; undefined where a single choice mixes its two ways of writing, and where its fault is
 * unknown.
 */
export function itemOf(entry: ItemEntry, pack: string, breakages: Breakages): Item | undefined {
  const form = formOf(entry);
  if (!form) return undefined;
  const { id: itemId, concept, scenario: world, story, stem, rationale, sources: from, evidence } = entry;
  const { replaces, long, teaches } = entry;
  const rest = {
    ...{ id: itemId, pack, concept, story, stem, form, rationale, sources: from, evidence },
    ...(replaces === undefined ? {} : { replaces }),
    ...(long && { long }),
    ...(teaches.length > 0 ? { teaches } : {}),
  };
  if (!world) return rest;
  const built = 'fault' in world ? brokenScenario(breakages.get(world.fault), world.tells) : scenarioOf(world);
  return built && { ...rest, scenario: built };
}

type World = NonNullable<ItemEntry['scenario']>;

/** It broke at the pace of life, as it does in labs. */
function brokenScenario(breakage: Breakage | undefined, tells: string): ItemScenario | undefined {
  if (!breakage) return undefined;
  return { ...breakage.recipe, pace: 'as-in-life', since: [{ tells, happenings: breakage.happenings }] };
}

function scenarioOf({ pace, since, ...recipe }: Exclude<World, { fault: string }>): ItemScenario {
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
