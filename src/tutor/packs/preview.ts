import { seededRng, shuffle } from '../../base/random.ts';
import type { Item, Pack } from '../../items/item.ts';
import { present } from '../../items/present.ts';
import { letterOf, type Presentation } from '../../items/presentation.ts';
import { showValue } from '../../items/value.ts';
import type { Context } from '../command.ts';
import { counted } from '../names.ts';
import { task } from '../put-item.ts';
import { type Block, button, fields, heading, type Reply, reply, text } from '../reply.ts';
import { wordsFor } from '../response-choices.ts';
import { isOwn, kindsOf } from './tell-packs.ts';

const SAMPLES = 2;

/** What a pack would be, with two of its questions as they would be put; and the button that adds it. */
export function previewOf(context: Context, offer: string, pack: Pack): Reply {
  const { content, newSeed } = context;
  const seed = newSeed();
  const samples = shuffle(seededRng(seed), pack.items).slice(0, SAMPLES);
  const before = content.packs.get(pack.id);
  return reply(
    [
      heading(`Not added yet: ${pack.title}`),
      text(pack.about),
      fields(
        ['Id', `\`${pack.id}\``],
        ['Questions', `${pack.items.length}: ${kindsOf(pack.items)}; every key is proven`],
        [
          'Its own',
          `${counted(pack.concepts.length, 'concept')}, ${counted(pack.misconceptions.length, 'misconception')}`,
        ],
        ...(before && isOwn(content, pack.id)
          ? [
              [
                'Replaces',
                `the pack of that name that was added here, with ${counted(before.items.length, 'question')}`,
              ] as const,
            ]
          : []),
      ),
      ...samples.flatMap((item) => sample(context, item, pack, seed)),
    ],
    [button('Add it here', `/pack keep offer=${offer}`), button('All packs', '/pack list')],
  );
}

function sample({ content }: Context, item: Item, pack: Pack, seed: number): readonly Block[] {
  const put = present(item, pack, content.catalogue, seed);
  return put.ok ? shownWithKey(put.value) : [];
}

/** A question as it would be put, and below it what is right. */
const shownWithKey = (put: Presentation): readonly Block[] => [
  heading(`A sample: ${put.item}`),
  ...task(put),
  ...wordsFor(put.form),
  text(`Right is: ${keyOf(put)}. ${put.rationale}`),
];

/** What is right, in words: the letters with what they stand for, or the value. */
export function keyOf({ form }: Presentation): string {
  if (form.kind === 'typed') return showValue(form.key);
  const places = typeof form.key === 'number' ? [form.key] : form.key;
  if (form.kind === 'order') return places.map(letterOf).join(' ');
  return places.map((place) => `${letterOf(place)}) ${form.options[place]?.text ?? ''}`).join(', ');
}
