import type { ContentFault } from '../../base/document.ts';
import { fail, type Result } from '../../base/result.ts';
import type { PackOfCards } from '../../exchange/pack-of-cards.ts';
import type { RowFault } from '../../exchange/row.ts';
import { loadPackDocument, type PackInOneFile } from '../../items/load-pack-document.ts';
import type { Content, Context } from '../command.ts';
import { counted } from '../names.ts';
import { type Block, code, notice, type Reply, reply, text } from '../reply.ts';
import { askForPack, WAYS } from './ask-for-pack.ts';
import { DRAFTED } from './drafted-pack.ts';
import { LIMITS, LIMITS_SAID } from './limits.ts';
import { narrowed } from './narrowed.ts';
import { previewOf } from './preview.ts';
import { provePack } from './prove-pack.ts';
import { atRow, packOfRows, readRows } from './read-cards.ts';
import { type Sent, type SentText, sentPack } from './sent-pack.ts';
import { isOwn } from './tell-packs.ts';

/** Reads a pack that was sent, says all that is wrong with it or shows what it would be, and keeps it until it is added. */
export async function addPack(context: Context, sent: Sent): Promise<Reply> {
  const got = await sentPack(context, sent);
  if (got === undefined) return howTo(context);
  if (!got.ok) return notice(got.problem, askForPack());
  const rows = readRows(got.value);
  if (rows === undefined) return offerPack(context, got.value.text);
  if (!rows.ok) return tellFaults(rows.problem.map(faultOfRow(got.value)));
  const cards = packOfRows(got.value, rows.value, [...context.content.packs.values()]);
  const left = cards.left.map(faultOfRow(got.value));
  return cards.items === 0
    ? tellFaults(left.length > 0 ? left : [atTop('there is no row below the columns')])
    : offerPack(context, cards.text, cards, left);
}

const howTo = (context: Context): Reply =>
  notice(
    `Send me a pack in one YAML file: \`pack\`, \`concepts\`, \`misconceptions\` and \`items\`, as \`docs/authoring.md\` has them. ${WAYS[context.account.platform]} A table does as well: CSV with the columns of \`docs/packs.md\`, of which \`question\`, \`key\` and \`sources\` are enough, or a deck of Anki, as notes in plain text or as \`.apkg\`. I read it, say all that is to be mended, prove every key in ${LIMITS.seeds} worlds and show you what it would be; nothing is added before you say so. ${LIMITS_SAID}`,
    askForPack(),
  );

/** What is counted in a deck, which has no lines. */
const NOTE = 'note';

const faultOfRow =
  ({ rows }: SentText) =>
  ({ line, message }: RowFault): ContentFault => ({ ...atTop(`${message}.`), line, ...(rows ? { file: NOTE } : {}) });

/** @param cards the rows that the document was made of, if it was; `left` are those that could not be items */
async function offerPack(
  context: Context,
  document: string,
  cards?: PackOfCards,
  left: readonly ContentFault[] = [],
): Promise<Reply> {
  const { store, content, account, learner, now, newId } = context;
  const read = readPack(content, document);
  const faults = read.ok ? await provePack(read.value, content.catalogue) : read.problem;
  if (!read.ok || faults.length > 0)
    return tellFaults(cards ? [...left, ...faults.map((fault) => atRow(fault, cards))] : faults);
  const id = newId();
  const { pack } = read.value;
  await store.offerPack(account, { id, pack: pack.id, text: document, by: learner, at: now });
  const shown = previewOf(context, id, pack);
  if (left.length === 0) return shown;
  const said = `${counted(left.length, 'thing')} kept rows from being questions; those are left out:`;
  return { ...shown, blocks: [...shown.blocks, text(said), ...linesOf(left)] };
}

/** Reads a document as a pack of this place; it may take the place of one that was added before. */
export function readPack(content: Content, document: string): Result<PackInOneFile, readonly ContentFault[]> {
  const others = [...content.packs.values()].filter(({ id }) => id !== DRAFTED);
  const own = others.map(({ id }) => id).filter((id) => isOwn(content, id));
  const read = loadPackDocument(WHAT_IT_IS, document, others, { mayReplace: own, breakages: content.breakages });
  if (!read.ok) return read;
  const { pack, faultAt } = read.value;
  if (pack.id === DRAFTED)
    return fail([atTop(`The name \`${DRAFTED}\` is kept for what is drafted here; choose another id.`)]);
  if (pack.items.length > LIMITS.items)
    return fail([faultAt(LIMITS.items, `this is question ${LIMITS.items + 1}, and a pack may have ${LIMITS.items}`)]);
  const crowded = pack.items.flatMap((item, place) => {
    const count = JSON.stringify(item).match(/"do":/g)?.length ?? 0;
    return count > LIMITS.happenings
      ? [faultAt(place, `${count} things happen in this question, and ${LIMITS.happenings} may`)]
      : [];
  });
  if (crowded.length > 0) return fail(crowded);
  const joined = narrowed(content, [...others.filter(({ id }) => id !== pack.id), pack], []);
  return joined.ok ? read : fail(joined.problem.map(atTop));
}

const WHAT_IT_IS = 'pack';
const atTop = (message: string): ContentFault => ({ file: WHAT_IT_IS, line: 1, field: '', message });

const MOST_LINES = 12;

/** All that is wrong, by line; what does not fit a message stands in a file beside it. */
export function tellFaults(faults: readonly ContentFault[]): Reply {
  return reply(
    [
      text(
        `Nothing was added: ${faults.length === 1 ? 'there is one thing' : `there are ${faults.length} things`} to mend.`,
      ),
      ...linesOf(faults),
    ],
    askForPack('Paste it again'),
  );
}

/** The first lines, and all of them in a file where there are more. */
function linesOf(faults: readonly ContentFault[]): readonly Block[] {
  const lines = faults.map(
    ({ file, line, field, message }) => `${file === NOTE ? NOTE : 'line'} ${line}${field && `, ${field}`}: ${message}`,
  );
  const more = lines.length - MOST_LINES;
  const all: readonly Block[] =
    more > 0
      ? [
          text(`and ${more} more, which stand in the file with all others.`),
          {
            ...{ kind: 'file', name: 'to-mend.txt', description: `All ${lines.length} things to mend, by line.` },
            text: `${lines.slice(0, MOST_IN_FILE).join('\n')}\n`,
          },
        ]
      : [];
  return [code(lines.slice(0, MOST_LINES).join('\n')), ...all];
}

/** Beyond that a file of faults helps nobody. */
const MOST_IN_FILE = 1000;
