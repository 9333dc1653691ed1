import { assertNever, fail, ok, type Result } from '../../base/result.ts';
import type { Card } from '../../exchange/card.ts';
import { cardsOf, WORLDS_EACH } from '../../exchange/export-cards.ts';
import { writeAnki } from '../../exchange/write-anki.ts';
import { writeCsv } from '../../exchange/write-csv.ts';
import { writeGift } from '../../exchange/write-gift.ts';
import type { Pack } from '../../items/item.ts';
import type { Context, Deps } from '../command.ts';
import { counted } from '../names.ts';
import { button, heading, notice, type Reply, reply, text } from '../reply.ts';
import type { Space } from '../store/account.ts';
import { DRAFTED } from './drafted-pack.ts';

export const FORMATS = ['yaml', 'csv', 'anki', 'gift'] as const;
export type Format = (typeof FORMATS)[number];

/** A pack in a format of its own or of another program. */
export interface Exported {
  readonly name: string;
  readonly text: string;
  readonly said: string;
}

/** In how many worlds a question is put that has one, and of the cards so many, from number `from` on. */
export interface Part {
  readonly worlds?: number | undefined;
  readonly from?: number;
  readonly most?: number;
}

/** Writes a pack as a text. Refuses, in a sentence: what has no such form. */
export async function exportedPack(
  { store, content }: Pick<Deps, 'store' | 'content'>,
  space: Space,
  pack: Pack,
  as: Format,
  { worlds = WORLDS_EACH, from = 0, most = Number.POSITIVE_INFINITY }: Part = {},
): Promise<Result<Exported, string>> {
  if (as === 'yaml') {
    const document = await documentOf({ store, content }, space, pack.id);
    if (document === undefined)
      return fail(
        'What was drafted here keeps its worlds, for which a document has no room. Export it `as=csv`, `as=anki` or `as=gift`.',
      );
    return ok({
      name: `${pack.id}.yaml`,
      text: document,
      said: `${counted(pack.items.length, 'question')}, as \`/pack add\` reads them.`,
    });
  }
  const all = cardsOf(pack, content.catalogue, worlds);
  const cards = all.slice(from, from + most);
  const part = cards.length === all.length ? '' : `, number ${from + 1} to ${from + cards.length} of ${all.length}`;
  const said = `${counted(cards.length, 'card')}${part}. A question that has a world is put in ${worlds}, with the key of each.`;
  return ok({ ...written(pack, as, cards), said: `${said} ${READ_BY[as]}` });
}

function written(pack: Pack, as: Exclude<Format, 'yaml'>, cards: readonly Card[]): Omit<Exported, 'said'> {
  switch (as) {
    case 'csv':
      return { name: `${pack.id}.csv`, text: writeCsv(cards) };
    case 'anki':
      return { name: `${pack.id}.txt`, text: writeAnki(pack.title, cards) };
    case 'gift':
      return { name: `${pack.id}.gift`, text: writeGift(pack.title, cards) };
    default:
      return assertNever(as);
  }
}

const READ_BY: Readonly<Record<Exclude<Format, 'yaml'>, string>> = {
  csv: 'Spreadsheets and `/pack add` read it.',
  anki: 'Anki reads it: File, Import.',
  gift: 'Moodle reads it: Question bank, Import, GIFT.',
};

/** The document that a place added, or that the files of a built-in pack make. */
async function documentOf(
  { store, content }: Pick<Deps, 'store' | 'content'>,
  space: Space,
  id: string,
): Promise<string | undefined> {
  if (id === DRAFTED) return undefined;
  const { own } = await store.packsAt(space);
  const added = own.find(({ pack }) => pack === id);
  return added ? (await store.ownPack(space, added.id))?.text : content.documents?.get(id);
}

/** Slack has no files from us: what is more is given a page at a time. */
const CARDS_ON_SLACK = 12;
const MOST_ON_SLACK = 12_000;

/** A pack is not put in more worlds at once, so that nobody waits for it. */
export const MOST_WORLDS = 20;

interface Asked {
  readonly as: Format;
  readonly page: number;
  readonly worlds: number;
}

/** Gives a pack as a file. */
export async function exportPack(context: Context, pack: Pack, { as, page, worlds: said }: Asked): Promise<Reply> {
  const worlds = Math.min(Math.max(1, said), MOST_WORLDS);
  const isSlack = context.account.platform === 'slack';
  const most = isSlack ? CARDS_ON_SLACK : Number.POSITIVE_INFINITY;
  const from = isSlack ? (Math.max(1, page) - 1) * most : 0;
  const made = await exportedPack(context, context.account, pack, as, { worlds, from, most });
  const others = FORMATS.filter((each) => each !== as).map((each) =>
    button(`As ${NAMES[each]}`, `/pack export ${pack.id} as=${each}`),
  );
  if (!made.ok) return notice(made.problem, others);
  const { name, text: whole, said: description } = made.value;
  if (isSlack && as === 'yaml' && whole.length > MOST_ON_SLACK)
    return notice(
      `That is more than messages here have room for. Whoever runs me gets it with \`npm start -- pack export ${pack.id}\`; the other forms come a page at a time.`,
      others,
    );
  const next = isSlack && as !== 'yaml' && cardsOf(pack, context.content.catalogue, worlds).length > from + most;
  return reply(
    [heading(`${pack.title}, as ${NAMES[as]}`), text(KEYS), { kind: 'file', name, description, text: whole }],
    [
      ...(next
        ? [button('The next page', `/pack export ${pack.id} as=${as} worlds=${worlds} page=${Math.max(1, page) + 1}`)]
        : []),
      ...others,
    ],
  );
}

const KEYS = 'It holds the keys, so keep it from those who have yet to respond.';

const NAMES: Readonly<Record<Format, string>> = { yaml: 'YAML', csv: 'CSV', anki: 'Anki text', gift: 'Moodle GIFT' };
