import { assertNever } from '../../base/result.ts';
import { displayName } from '../../dns/name.ts';
import { OUTCOMES, PERIODS, ROLES, SECTIONS, showValue, type Value } from '../../items/value.ts';
import { counted } from '../names.ts';

/**
 * What a value looks like, without all of it: how it begins, or two of the words that it may be.
 * @param seed what decides where there is something to choose
 */
export function shapeOfKey(value: Value, seed: number): string {
  switch (value.type) {
    case 'name':
      return `It is a name of ${counted(labelsOf(displayName(value.name)), 'label')}, and begins with ${firstOf(displayName(value.name))}.`;
    case 'name-set':
      return `It is ${counted(value.names.length, 'name')}; one of them begins with ${firstLabelOf(value.names.map(displayName))}.`;
    case 'address':
      return `It begins with \`${value.address.replace(/[^.:]+$/, '')}\`.`;
    case 'count':
      return `It is a whole number from ${lowest(value.count, seed)} to ${lowest(value.count, seed) + 4}.`;
    case 'duration':
      return `In seconds it has ${counted(String(value.seconds).length, 'digit')}, and begins with ${firstOf(String(value.seconds))}.`;
    case 'money':
      return `It is ${value.amount < 100 ? 'less than a dollar' : `an amount of ${counted(String(Math.floor(value.amount / 100)).length, 'digit')} before the point`}, and its last digit is ${value.amount % 10}.`;
    case 'company':
      return `It begins with ${firstOf(value.name)}.`;
    case 'role':
      return oneOf(
        value,
        ROLES.map((role) => showValue({ type: 'role', role })),
        seed,
      );
    case 'outcome':
      return oneOf(
        value,
        OUTCOMES.map((outcome) => showValue({ type: 'outcome', outcome })),
        seed,
      );
    case 'section':
      return oneOf(
        value,
        SECTIONS.map((section) => showValue({ type: 'section', section })),
        seed,
      );
    case 'period':
      return oneOf(
        value,
        PERIODS.map((period) => showValue({ type: 'period', period })),
        seed,
      );
    case 'truth':
      return 'It is one of two words, and the story says which.';
    default:
      return assertNever(value);
  }
}

const firstOf = (text: string): string => `\`${[...text][0] ?? ''}\``;
const labelsOf = (name: string): number => name.split('.').length;
const firstLabelOf = ([name = '']: readonly string[]): string => `\`${name.split('.')[0] ?? ''}\``;
/** So that the number itself may stand anywhere within the row, and is not said at either end. */
const lowest = (count: number, seed: number): number => Math.max(0, count - 1 - (seed % 3));

/** The value and another, in the order in which all of them stand. */
function oneOf(value: Value, words: readonly string[], seed: number): string {
  const right = showValue(value);
  const others = words.filter((word) => word !== right);
  const other = others[seed % others.length] ?? '';
  return `It is one of these two: ${words.filter((word) => word === right || word === other).join('; ')}.`;
}
