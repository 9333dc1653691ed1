import type { FileFault } from '../../dns/export/import-internet.ts';
import { asWritten } from '../as-written.ts';
import { askForZone, firstLines } from '../ask-for-zone.ts';
import { type Context, declare } from '../command.ts';
import { readOwnZone } from '../own-zone.ts';
import { button, code, heading, notice, type Reply, reply, text } from '../reply.ts';
import { writeRecipe } from '../stored.ts';
import { ownZones } from '../tell-own.ts';
import { openFocus } from '../worlds.ts';

export const importZone = declare({
  name: 'import',
  summary: 'Make a zone file of your own the Internet that look-ups ask, and predict them.',
  options: { zone: { type: 'text', about: 'a master file, of as many lines as it has; I ask for it unless you say' } },
  examples: ['/import', '/import $ORIGIN example.com. …'],
  async handle(context, { zone }) {
    if (zone !== undefined) return bring(context, asWritten(zone));
    if (context.content.own) return openStarted(context, context.content.own);
    return notice(
      'Send me a zone file of your own, and look-ups ask an Internet that is made of it. It is kept with your worlds, so leave out what nobody should see.',
      askForZone(context, 'import'),
    );
  },
});

/** The world of a zone that was sent. */
async function bring(context: Context, zone: string): Promise<Reply> {
  const read = readOwnZone(zone);
  if (!read.ok) return faulty(context, read.problem);
  return open(context, context.newId(), writeRecipe({ kind: 'own', text: zone }), read.value.notes);
}

/** The world of the zones that the program was started with. Its id follows from them, so that it is one for each learner. */
const openStarted = (context: Context, { digest, notes }: NonNullable<Context['content']['own']>): Promise<Reply> =>
  open(context, `own-${digest.slice(0, 16)}-${context.learner}`, writeRecipe({ kind: 'own', started: digest }), notes);

async function open(context: Context, id: string, recipe: string, notes: readonly string[]): Promise<Reply> {
  const { store, learner, now } = context;
  await store.addWorld({ id, learner, recipe }, now);
  await store.setDesk(learner, { ...(await store.desk(learner)), own: id, focus: id });
  const { world } = await openFocus(context);
  return reply(
    [
      heading('The Internet of your own zones'),
      text('Look-ups now ask it. Nothing is asked of the real Internet, and your sandbox stays as it is.'),
      ...ownZones(world),
      ...(notes.length === 0 ? [] : [text(['To know:', ...firstLines(notes)].join('\n'))]),
    ],
    [
      button('Predict a look-up', '/predict'),
      button('Who answers for what', '/world'),
      button('My sandbox', '/world sandbox'),
      ...(context.account.platform === 'terminal' ? [] : askForZone(context, 'import', 'Send another zone file')),
    ],
  );
}

function faulty(context: Context, faults: readonly FileFault[]): Reply {
  return reply(
    [
      text(
        `Nothing was taken over: there ${faults.length === 1 ? 'is one thing' : `are ${faults.length} things`} to mend in that zone file.`,
      ),
      code(firstLines(faults.map(faultLine)).join('\n')),
    ],
    askForZone(context, 'import'),
  );
}

const faultLine = ({ line, column, message }: FileFault): string =>
  line === undefined ? message : `line ${line}${column === undefined ? '' : `, column ${column}`}: ${message}`;
