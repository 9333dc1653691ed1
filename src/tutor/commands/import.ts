import type { FileFault } from '../../dns/export/import-internet.ts';
import { looksLikeTranscript } from '../../transcripts/read-transcript.ts';
import { asWritten } from '../as-written.ts';
import { askForZone, firstLines } from '../ask-for-zone.ts';
import { type Context, declare } from '../command.ts';
import { importTranscript } from '../import-transcript.ts';
import { readOwnZone } from '../own-zone.ts';
import { button, code, heading, notice, type Reply, reply, text } from '../reply.ts';
import { writeRecipe } from '../stored.ts';
import { ownZones } from '../tell-own.ts';
import { openFocus } from '../worlds.ts';

export const importZone = declare({
  name: 'import',
  summary: 'Bring your own domain: a zone file, or what dig, whois or RDAP print of it.',
  options: {
    zone: { type: 'text', about: 'a master file, or output of `dig`, `whois` or RDAP; I ask for it unless you say' },
  },
  examples: ['/import', '/import $ORIGIN example.com. …', '/import Domain Name: EXAMPLE.COM …'],
  async handle(context, { zone }) {
    const sent = zone === undefined ? undefined : asWritten(zone);
    if (sent !== undefined) return looksLikeTranscript(sent) ? importTranscript(context, sent) : bring(context, sent);
    if (context.content.own) return openStarted(context, context.content.own);
    return notice(
      'Send me a zone file of your own, and look-ups ask an Internet that is made of it. It is kept with your worlds, so leave out what nobody should see. Or send what `dig`, `whois` or RDAP print of a domain: your sandbox becomes the nearest world to it, in which the domain is yours. Of that nothing else is kept.',
      askForZone('import'),
    );
  },
});

/** What a zone that is sent may have made: a line of `$GENERATE` can stand for more than a second's work. */
const BOUNDS = { mostGenerated: 2000 };

/** The world of a zone that was sent. */
async function bring(context: Context, zone: string): Promise<Reply> {
  const read = readOwnZone(zone, BOUNDS);
  if (!read.ok) return faulty(read.problem);
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
      ...askForZone('import', 'Send another zone file'),
    ],
  );
}

function faulty(faults: readonly FileFault[]): Reply {
  return reply(
    [
      text(
        `Nothing was taken over: there ${faults.length === 1 ? 'is one thing' : `are ${faults.length} things`} to mend in that zone file.`,
      ),
      code(firstLines(faults.map(faultLine)).join('\n')),
      text('What `dig`, `whois` and RDAP print is read too: send all of it, with the command above it.'),
    ],
    askForZone('import'),
  );
}

const faultLine = ({ line, column, message }: FileFault): string =>
  line === undefined ? message : `line ${line}${column === undefined ? '' : `, column ${column}`}: ${message}`;
