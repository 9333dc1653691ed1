import type { Item } from '../../items/item.ts';
import type { Presentation, PresentedForm, PresentedOption } from '../../items/presentation.ts';
import type { Remark } from './remark.ts';

/** An option may be so many times as long as another of the same item; short ones, up to this many characters, any. */
const MOST_TIMES = 3;
const SHORT = 30;

/** What is wrong with the options of an item as they are put: alike in length and grammar, distinct, each wrong one for a reason. */
export function* optionRemarks(item: Item, puts: readonly Presentation[]): Generator<Remark> {
  for (const { form } of puts) {
    if (form.kind === 'typed') continue;
    const texts = form.options.map(({ text }) => text);
    const bare = texts.map((text) =>
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\d]+/gu, ' ')
        .trim(),
    );
    const double = texts.find((_, place) => bare.indexOf(bare[place] ?? '') < place);
    if (double !== undefined)
      yield remark('double', `\`${double}\` stands there twice: options are distinct in every world`);
    const catchAll = texts.find((text) => /\b(all|none) of (the above|these)\b/i.test(text));
    if (catchAll !== undefined)
      yield remark('catch-all', `\`${catchAll}\` is no statement of its own: say what it stands for`);
    const ends = new Set(texts.map((text) => /[.?!;]$/.exec(text)?.[0] ?? ''));
    if (ends.size > 1) yield remark('ends', 'some options end in a full stop and some do not: end all alike');
    if (form.kind !== 'true-false') yield* lengths(texts);
    yield* unexplained(form);
  }
  if (item.form.kind === 'order' && item.form.tempting.length === 0)
    yield {
      kind: 'tempting',
      field: 'steps',
      message: 'say which wrong order tempts: write `tempting:` with its misconception',
    };
}

function* lengths(texts: readonly string[]): Generator<Remark> {
  const sizes = texts.map(({ length }) => length);
  const [shortest, longest] = [Math.min(...sizes), Math.max(...sizes)];
  if (longest > SHORT && longest > MOST_TIMES * shortest)
    yield remark(
      'length',
      `its options have ${shortest} to ${longest} characters: none may be ${MOST_TIMES} times as long as another`,
    );
}

/** A wrong option that no misconception stands behind gets no feedback of its own. */
function* unexplained(form: Exclude<PresentedForm, { kind: 'typed' }>): Generator<Remark> {
  if (form.kind === 'order') return;
  const key = [form.key].flat();
  const bare = form.options.find(
    (option: PresentedOption, place) => !key.includes(place) && option.misconception === undefined,
  );
  // The response that is wrong for true or false carries the misconception of the item.
  if (bare && form.kind !== 'true-false')
    yield remark(
      'misconception',
      `\`${bare.text}\` is wrong and has no \`misconception:\`; say what leads people to it`,
    );
}

const remark = (kind: string, message: string): Remark => ({ kind, field: 'statements', message });
