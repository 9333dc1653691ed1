import { assertNever, fail, ok, type Result } from '../base/result.ts';
import { OUTCOMES, PERIODS, ROLES, SECTIONS, showValue, substance, type Value, type ValueType } from './value.ts';

/** Why a text is not a value of the type wanted: what was expected, in words that can follow "I expected". */
export type Unreadable = string;

/** The types whose values are a few words. */
export type WordType = Extract<ValueType, 'role' | 'outcome' | 'section' | 'period' | 'truth'>;

/** The value that a text names: by its own word, by another word for it, or as it is shown. */
export function readWord(type: WordType, text: string): Result<Value, Unreadable> {
  const values = valuesOf(type);
  const plain = text.toLowerCase().replaceAll(/\s+/g, ' ');
  const bare = plain.replace(/^(the|a|an|every) /, '');
  const found = values.find((value) => {
    const word = substance(value);
    return bare === word || FORMS[type][word]?.includes(bare) || plain === showValue(value).toLowerCase();
  });
  return found ? ok(found) : fail(`one of: ${values.map(substance).join(', ')}`);
}

/** Other words that people use for a value. */
const FORMS: Readonly<Record<WordType, Readonly<Record<string, readonly string[]>>>> = {
  role: {
    'dns-host': ['dns host', 'dns hosting provider', 'dns provider', 'dns operator'],
    resolver: ['recursive resolver'],
    root: ['root servers', 'root name servers', 'root nameservers'],
    registry: ['registry operator', 'tld registry'],
  },
  outcome: {},
  section: {},
  period: { year: ['yearly', 'annually', 'per year'], month: ['monthly', 'per month'] },
  truth: { true: ['yes', 't', 'y'], false: ['no', 'f', 'n'] },
};

function valuesOf(type: WordType): readonly Value[] {
  switch (type) {
    case 'role':
      return ROLES.map((role) => ({ type, role }));
    case 'outcome':
      return OUTCOMES.map((outcome) => ({ type, outcome }));
    case 'section':
      return SECTIONS.map((section) => ({ type, section }));
    case 'period':
      return PERIODS.map((period) => ({ type, period }));
    case 'truth':
      return [true, false].map((truth) => ({ type, truth }));
    default:
      return assertNever(type);
  }
}
