import { letterOf, type Presentation, type PresentedForm } from '../items/presentation.ts';
import { showValue } from '../items/value.ts';
import { type Block, text } from './reply.ts';

/**
 * Why what is not right is not: each wrong option, or what people are tempted to say, with what is so instead.
 * @param told the misconceptions that are told of already
 */
export function whyNot({ form, misconceptions }: Presentation, told: readonly string[]): readonly Block[] {
  const wrong = wrongIn(form).filter(({ misconception }) => !told.includes(misconception));
  const lines = [...Map.groupBy(wrong, ({ misconception }) => misconception)].flatMap(([id, those]) => {
    const truth = misconceptions[id]?.truth;
    return truth === undefined ? [] : [`${those.map(({ words }) => words).join('; ')}: ${truth}`];
  });
  if (lines.length === 0) return [];
  return [text(['Why not the others:', ...lines].join('\n'))];
}

/** What can be said that is wrong, each with the misconception that leads to it. */
function wrongIn(form: PresentedForm): readonly { readonly words: string; readonly misconception: string }[] {
  if (form.kind === 'typed')
    return form.tempting.map(({ value, misconception }) => ({ words: showValue(value), misconception }));
  if (form.kind === 'order')
    return form.tempting.map(({ order, misconception }) => ({ words: order.map(letterOf).join(' '), misconception }));
  return form.options.flatMap(({ text: words, misconception }, place) =>
    misconception === undefined ? [] : [{ words: `${letterOf(place)}) ${words}`, misconception }],
  );
}
