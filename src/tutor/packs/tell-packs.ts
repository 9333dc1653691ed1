import { type Item, namedBy, type Pack } from '../../items/item.ts';
import type { Content, Context } from '../command.ts';
import { isOrganiser } from '../is-organiser.ts';
import { counted, list } from '../names.ts';
import { button, type Choice, fields, fieldsOf, heading, type Reply, reply, text } from '../reply.ts';
import { DRAFTED } from './drafted-pack.ts';

/** The packs of a place: which are used there, and which are its own. */
export async function tellPacks(context: Context, said: readonly string[] = []): Promise<Reply> {
  const { store, content, account, venue } = context;
  const { off } = await store.packsAt(account);
  const packs = [...content.packs.values()];
  const rows = packs.map((pack) => ({
    name: pack.title,
    value: `\`${pack.id}\`: ${sizeOf(pack)}, ${off.includes(pack.id) ? 'not used here' : 'used here'}${isOwn(content, pack.id) ? ', added here' : ''}.`,
  }));
  const broken = (content.broken ?? []).map(({ pack }) => ({
    name: pack,
    value: 'Added here, and cannot be used as it is; look at it for why.',
  }));
  const values = [
    ...packs.map(({ id, title: label }) => ({ label, value: id })),
    ...broken.map(({ name }) => ({ label: name, value: name })),
  ];
  const mayChange = await isOrganiser(store, account, venue);
  return reply(
    [
      heading('Question packs'),
      ...said.map(text),
      fieldsOf([...rows, ...broken]),
      text('Questions, rounds, daily prompts, lessons and labs are drawn from those that are used here.'),
    ],
    [
      { kind: 'menu', label: 'Look at a pack', values, most: 1, command: '/pack info {}' },
      ...(mayChange ? [button('Add a pack', '/pack add')] : []),
    ],
  );
}

/** One pack: what is in it, what it builds on, and what can be done with it. */
export async function tellPack(context: Context, pack: Pack, said: readonly string[] = []): Promise<Reply> {
  const { store, content, account, venue } = context;
  const { off } = await store.packsAt(account);
  const isUsed = !off.includes(pack.id);
  const mayChange = await isOrganiser(store, account, venue);
  const labs = [...(content.base ?? content).labs.values()].filter((lab) => lab.pack === pack.id).length;
  const lessons = [...(content.base ?? content).lessons.values()].filter((lesson) => lesson.pack === pack.id).length;
  const others = [lessons > 0 ? counted(lessons, 'lesson') : '', labs > 0 ? counted(labs, 'lab') : ''].filter(Boolean);
  return reply(
    [
      heading(pack.title),
      ...said.map(text),
      text(pack.about),
      fields(
        ['Id', `\`${pack.id}\``],
        ['Used here', isUsed ? 'yes' : 'no'],
        ['Questions', `${pack.items.length}: ${kindsOf(pack.items)}`],
        ['Concepts', conceptsOf(pack)],
        ...(others.length > 0 ? [['Besides', list(others)] as const] : []),
      ),
    ],
    mayChange ? choicesFor(content, pack, isUsed) : [button('All packs', '/pack list')],
  );
}

function choicesFor(content: Content, { id }: Pack, isUsed: boolean): readonly Choice[] {
  return [
    isUsed ? button('Do not use it here', `/pack disable ${id}`) : button('Use it here', `/pack enable ${id}`),
    button('Export', `/pack export ${id}`),
    ...(isOwn(content, id) && id !== DRAFTED ? [button('Remove', `/pack remove ${id}`)] : []),
    button('All packs', '/pack list'),
  ];
}

/** Whether a place has added the pack itself. */
export const isOwn = ({ base }: Content, id: string): boolean => base !== undefined && !base.packs.has(id);

/** `12 questions about 3 concepts`. */
function sizeOf({ items }: Pack): string {
  const concepts = new Set(items.map(({ concept }) => concept)).size;
  return `${counted(items.length, 'question')} about ${counted(concepts, 'concept')}`;
}

/** `3 single choice, 1 typed; 2 computed from worlds`. */
export function kindsOf(items: readonly Item[]): string {
  const kinds = Map.groupBy(items, ({ form }) => form.kind.replaceAll('-', ' '));
  const computed = items.filter(({ scenario }) => scenario !== undefined).length;
  return `${[...kinds].map(([kind, of]) => `${of.length} ${kind}`).join(', ')}; ${computed} computed from worlds`;
}

const MOST_CONCEPTS = 40;

function conceptsOf(pack: Pack): string {
  const asked = new Set(pack.items.map(({ concept }) => concept));
  const all = namedBy(pack).concepts.filter(({ id }) => asked.has(id) || pack.concepts.some((own) => own.id === id));
  const titles = all.slice(0, MOST_CONCEPTS).map(({ title }) => title);
  const more = all.length - titles.length;
  return [...titles, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
