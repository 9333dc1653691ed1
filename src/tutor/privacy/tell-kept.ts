import { counted, list } from '../names.ts';
import { type Block, button, type Choice, type Field, fieldsOf, heading, type Reply, reply, text } from '../reply.ts';
import { spanInWords } from '../span-words.ts';
import type { Holding } from '../store/privacy.ts';
import { KEPT, type Kept } from './kept.ts';
import { PERIODS } from './periods.ts';

/** What is kept about a learner, why, and how long. */
export function tellKept(holdings: readonly Holding[]): Reply {
  return reply(
    [
      heading('What is kept about you'),
      ...KEPT.flatMap((kept) => toldOf(kept, holdings)),
      heading('How long'),
      text(UNTIL_DELETED),
      text(PERIODS.map(({ what, keptFor, why }) => `- ${what}: ${spanInWords(keptFor)}, ${why}.`).join('\n')),
    ],
    [button('All of it, as a file', '/privacy export'), button('What deleting would do', '/privacy delete')],
  );
}

const UNTIL_DELETED =
  'Until you delete it with `/privacy delete`, since memory is computed from all that you ever responded. It is given to nobody, and used for learning alone. What is of no more use goes by itself:';

function toldOf(kept: Kept, holdings: readonly Holding[]): readonly Block[] {
  const { title, what, why } = kept;
  const now = rowsIn(kept, holdings, ({ goes, stays }) => goes + stays);
  return [fieldsOf([{ name: title, value: `${what} It is kept ${why}.${now === '' ? '' : ` Now: ${now}.`}` }])];
}

/** What deleting would do: what goes, with counts, and what stays and why. */
export function tellWhatGoes(holdings: readonly Holding[], accounts: number, code: string): Reply {
  const going = KEPT.flatMap((kept) =>
    fieldOf(
      kept.title,
      rowsIn(kept, holdings, ({ goes }) => goes),
    ),
  );
  const staying = KEPT.flatMap((kept) => {
    const rows = rowsIn(kept, holdings, ({ stays }) => stays);
    return rows === '' ? [] : [{ name: kept.title, value: `${rows}. ${kept.stays ?? ''}` }];
  });
  const linked =
    accounts > 1
      ? ` It is the same for all ${accounts} accounts that you have linked; to keep some of it, \`/unlink\` first.`
      : '';
  return reply(
    [
      heading('What deleting would do'),
      text(
        `Nothing has been deleted yet. Afterwards you are new here, and it cannot be taken back; \`/privacy export\` gives you all of it first.${linked} What you did in another server or workspace under an account that is not linked is apart: say \`/privacy delete\` there too.`,
      ),
      heading('This goes'),
      fieldsOf(going),
      ...(staying.length > 0 ? [heading('This stays, without you'), fieldsOf(staying)] : []),
    ],
    choicesFor(code),
  );
}

const choicesFor = (code: string): readonly Choice[] => [
  button('Delete it for good', `/privacy delete ${code}`),
  button('All of it, as a file', '/privacy export'),
];

const fieldOf = (name: string, value: string): readonly Field[] => (value === '' ? [] : [{ name, value }]);

/** `2 accounts and 1 link code`. */
function rowsIn({ tables }: Kept, holdings: readonly Holding[], countOf: (holding: Holding) => number): string {
  const rows = Object.entries(tables).flatMap(([table, noun]) => {
    const holding = holdings.find((each) => each.table === table);
    const count = holding ? countOf(holding) : 0;
    return count === 0 ? [] : [counted(count, noun)];
  });
  return list(rows);
}
