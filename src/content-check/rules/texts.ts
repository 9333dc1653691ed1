import type { Item } from '../../items/item.ts';
import { letterOf, type Presentation } from '../../items/presentation.ts';
import type { Catalogue } from '../../world/catalogue.ts';
import type { Remark } from './remark.ts';
import { lix, misspelt, strangeDomains, wordCount } from './words.ts';

/** A stem is read at once; one that is `long` describes a situation. */
const MOST_WORDS = { usual: 60, long: 120 } as const;
/** What a message on Discord holds, and what is left of one for the rationale. */
const MOST_LETTERS = { message: 2000, rationale: 700 } as const;
/** In LIX. The bank's own stems have 24 at the median and 53 at most; above this a sentence wants cutting in two. */
const HARDEST = 55;

/** Commands by which evidence may start, with what follows them. */
const EVIDENCE_FORMS = [
  /^\/dig [a-z0-9.-]+( [A-Z]+)?( @[a-z0-9.-]+)?$/,
  /^\/trace [a-z0-9.-]+( [A-Z]+)?$/,
  /^\/whois [a-z0-9.-]+$/,
  /^\/world$/,
];

/** What is wrong with the texts of an item as they are put. */
export function* textRemarks(item: Item, puts: readonly Presentation[], catalogue: Catalogue): Generator<Remark> {
  yield* asWritten(item);
  const longest = Math.max(0, ...puts.map(({ stem }) => wordCount(stem)));
  const most = item.long ? MOST_WORDS.long : MOST_WORDS.usual;
  if (longest > most) yield stemRemark('length', `it has ${longest} words: ${most} are the most`);
  const hardest = Math.max(0, ...puts.slice(0, 10).map(({ stem }) => lix(stem)));
  if (hardest > HARDEST)
    yield stemRemark(
      'reading',
      `it is hard to read (LIX ${Math.round(hardest)}, ${HARDEST} at most): write shorter sentences and words`,
    );
  for (const put of puts) {
    const read = asRead(put);
    if (read.length > MOST_LETTERS.message)
      yield stemRemark(
        'fits',
        `with story and options it has ${read.length} characters: ${MOST_LETTERS.message} fit in a message`,
      );
    if (put.rationale.length > MOST_LETTERS.rationale)
      yield {
        kind: 'fits',
        field: 'rationale',
        message: `it has ${put.rationale.length} characters: ${MOST_LETTERS.rationale} are the most`,
      };
    for (const [word, instead] of misspelt(`${read}\n${put.rationale}`))
      yield stemRemark(`spelling ${word}`, `\`${word}\` is written \`${instead}\` here, as the field writes it`);
    for (const domain of strangeDomains(read, catalogue))
      yield stemRemark(
        `domain ${domain}`,
        `\`${domain}\` could be somebody's: use {domain}, or a name that ends in -example`,
      );
    for (const line of put.evidence.filter((line) => !EVIDENCE_FORMS.some((form) => form.test(line))))
      yield {
        kind: 'evidence',
        field: 'evidence',
        message: `\`${line}\` is no look that can be typed: write \`/dig NAME TYPE @SERVER\`, \`/trace NAME\`, \`/whois NAME\` or \`/world\``,
      };
  }
}

/** What shows in the item's own words, whatever world it is put in. */
function* asWritten(item: Item): Generator<Remark> {
  const { stem, evidence, scenario, sources } = item;
  if (/\b([Ww]hich|[Ww]hat|[Ww]hom?|[Ww]hose)\b[^.?]*\b(not|never|except)\b/.test(stem))
    yield stemRemark(
      'negation',
      'a question that asks for what is not so says NOT in capitals, or better is turned round',
    );
  if (scenario && evidence.length === 0)
    yield {
      kind: 'evidence-missing',
      field: 'scenario',
      message: 'an item with a world has evidence: write `evidence:` with commands that show the key',
    };
  if (!scenario && evidence.length > 0)
    yield {
      kind: 'evidence-idle',
      field: 'evidence',
      message: 'there is no world in which this could be typed: leave it out, or write `scenario:`',
    };
  const money = /(?:US)?\$ ?\d[\d.,]*/.exec(textsOf(item).join('\n'))?.[0];
  if (money !== undefined && !sources.some((source) => /\d{4}-\d{2}-\d{2}/.test(source)))
    yield stemRemark(
      'price',
      `\`${money}\` will change: fill it in from data with {=fact}, or cite the price list with its date`,
    );
}

const stemRemark = (kind: string, message: string): Remark => ({ kind, field: 'stem', message });

/** Everything that a learner reads before responding. */
const asRead = (shown: Presentation): string =>
  [...shown.story, shown.stem, ...optionTexts(shown).map((text, place) => `${letterOf(place)} ${text}`)].join('\n');

const optionTexts = ({ form }: Presentation): readonly string[] =>
  form.kind === 'typed' ? [] : form.options.map(({ text }) => text);

function textsOf({ stem, rationale, form }: Item): readonly string[] {
  const options =
    form.kind === 'select-all' || (form.kind === 'single-choice' && form.of === 'statements') ? form.statements : [];
  return [stem, rationale, ...options.map(({ text }) => text)];
}
