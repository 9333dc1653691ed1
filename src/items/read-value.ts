import { assertNever, fail, ok, type Result } from '../base/result.ts';
import { parseDuration, SECOND } from '../base/time.ts';
import { labelsOf, parseName } from '../dns/name.ts';
import { parseRdata } from '../dns/rdata/text.ts';
import { readWord, type Unreadable } from './read-word.ts';
import { bareCompany, type Value, type ValueType } from './value.ts';

/**
 * Reads a value of a type, as a pack writes it, a learner types it or `showValue` shows it. It forgives form (case,
 * spacing, quotes, a trailing dot, the order and separators of a set, the unit chosen) and never substance.
 * @param key the value wanted, for types whose forms depend on it (a company's other names)
 */
export function readValue(type: ValueType, text: string, key?: Value): Result<Value, Unreadable> {
  const typed = text.trim().replace(/^[`'"]+|[`'"]+$/g, '');
  const trimmed = typed.replace(/[.!]$/, '');
  switch (type) {
    case 'name':
      return readName(typed);
    case 'name-set':
      return readNameSet(typed);
    case 'address':
      return readAddress(trimmed);
    case 'count':
      return readCount(trimmed);
    case 'duration':
      return readSeconds(trimmed);
    case 'money':
      return readMoney(trimmed);
    case 'company':
      return readCompany(trimmed, key);
    case 'role':
    case 'outcome':
    case 'section':
    case 'period':
    case 'truth':
      return readWord(type, trimmed);
    default:
      return assertNever(type);
  }
}

function readName(text: string): Result<Value, Unreadable> {
  const parsed = parseName(text.replace(/^\.(?=[^.])/, '')); // a suffix is often written `.com`
  return parsed.ok ? ok({ type: 'name', name: parsed.value }) : fail('a domain name, such as www.example.com');
}

function readNameSet(text: string): Result<Value, Unreadable> {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '' && word.toLowerCase() !== 'and');
  const parsed = words.map((word) => parseName(word));
  const names = parsed.flatMap((result) => (result.ok ? [result.value] : []));
  // A single label is a slip of the keyboard, as a letter where names are wanted: no name server has such a name.
  const isSlip = names.some((each) => labelsOf(each).length < 2);
  if (words.length === 0 || names.length < words.length || isSlip) {
    return fail('whole domain names, separated by spaces or commas');
  }
  return ok({ type: 'name-set', names: [...new Set(names)] });
}

function readAddress(text: string): Result<Value, Unreadable> {
  const rdata = parseRdata(text.includes(':') ? 'AAAA' : 'A', text);
  if (rdata.ok && 'address' in rdata.value) return ok({ type: 'address', address: rdata.value.address });
  return fail('an IP address, such as 192.0.2.1');
}

const NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen'.split(' ');

function readCount(text: string): Result<Value, Unreadable> {
  const word = NUMBER_WORDS.indexOf(text.toLowerCase());
  if (word >= 0) return ok({ type: 'count', count: word });
  if (/^\d{1,9}$/.test(text)) return ok({ type: 'count', count: Number(text) });
  return fail('a whole number, such as 3');
}

/** A span with its unit; what stands in brackets after it says it once more. A bare number could be anything. */
function readSeconds(text: string): Result<Value, Unreadable> {
  const said = text.replace(/\s*\([^()]*\)$/, '');
  const span = parseDuration(said);
  if (!span.ok || !/[a-z]/i.test(said)) return fail('a number with its unit, such as `300 seconds`, `5 min` or `2d`');
  return ok({ type: 'duration', seconds: span.value / SECOND });
}

function readMoney(written: string): Result<Value, Unreadable> {
  // One blank at a time: what may be many, in several places, takes very long to find that it does not fit.
  const text = written.replaceAll(/\s+/g, ' ');
  const cents = /^(\d{1,7}) ?(?:¢|cents?)$/i.exec(text);
  if (cents) return ok({ type: 'money', amount: Number(cents[1]) });
  const dollars = /^(?:us ?)?\$? ?(\d{1,7}|\d{1,3}(?:,\d{3})+)?(?:\.(\d{1,2}))? ?(?:usd|dollars?|us dollars?)?$/i.exec(
    text,
  );
  if (!dollars || (dollars[1] === undefined && dollars[2] === undefined)) {
    return fail('an amount in US dollars, such as `US$1.25` or `125 cents`');
  }
  const whole = Number((dollars[1] ?? '0').replaceAll(',', ''));
  return ok({ type: 'money', amount: whole * 100 + Number((dollars[2] ?? '').padEnd(2, '0')) });
}

/** A company goes by its name or an alias; any other text is another company. */
function readCompany(text: string, key: Value | undefined): Result<Value, Unreadable> {
  if (!/[\p{L}\p{N}]/u.test(text)) return fail("a company's name");
  const forms = key?.type === 'company' ? [key.name, ...key.aliases].map(bareCompany) : [];
  return ok(key && forms.includes(bareCompany(text)) ? key : { type: 'company', name: text, aliases: [] });
}
