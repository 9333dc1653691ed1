import { displayName, type Name } from '../dns/name.ts';
import { rrsetsOf } from '../dns/zone/zone.ts';
import { nearestWorld } from '../transcripts/nearest-world.ts';
import { readTranscript } from '../transcripts/read-transcript.ts';
import type { Telling } from '../transcripts/telling.ts';
import type { LineNote } from '../transcripts/transcript.ts';
import type { World } from '../world/world.ts';
import { askForZone, firstLines } from './ask-for-zone.ts';
import type { Context } from './command.ts';
import { zonesOf } from './leads-to.ts';
import { counted, inCode, list } from './names.ts';
import { type Block, button, type Choice, code, heading, type Reply, reply, text } from './reply.ts';
import { writeRecipe } from './stored.ts';
import { domainBlocks } from './who-holds-what.ts';
import { clockOf, focusOnSandbox, openSandbox, paceIn, SANDBOX_REGISTRANT, storedSandbox } from './worlds.ts';

/**
 * Makes the nearest world to what dig, whois or RDAP printed of a domain the learner's sandbox, in which they hold it; the
 * sandbox that they had is put aside, and `/undo` brings it back. What was sent is not kept: only the world is.
 */
export async function importTranscript(context: Context, sent: string): Promise<Reply> {
  const { store, learner, now, newId, content } = context;
  const { faults, ...transcript } = readTranscript(sent);
  if (faults.length > 0) return faulty(faults);
  const nearest = nearestWorld(content.catalogue, transcript, SANDBOX_REGISTRANT);
  if (!nearest.ok) return faulty(nearest.problem);
  const { beginning, domains, told } = nearest.value;
  const before = await storedSandbox(context);
  const id = newId();
  const recipe = writeRecipe({ kind: 'sandbox', before: before.id, begins: beginning, ...paceIn(before) });
  await store.addWorld({ id, learner, recipe }, now);
  await store.setDesk(learner, { ...(await store.desk(learner)), sandbox: id });
  await focusOnSandbox(context);
  const open = await openSandbox(context);
  return reply(
    [
      heading(`The nearest world to ${list(domains.map(displayName))}`),
      text(
        `It is your sandbox now, and you hold ${list(domains.map(inCode))} there. The real Internet was not asked anything, and of what you sent nothing is kept but this world. \`/undo\` brings your old sandbox back, \`/reset\` this beginning.`,
      ),
      ...domains.flatMap((domain) => domainBlocks(open.world, domain).slice(1)),
      ...tellings(told, domains),
      text(clockOf(open)),
    ],
    next(open.world, domains),
  );
}

const TITLES: Readonly<Record<Telling['kind'], string>> = {
  assumed: 'What I assumed:',
  'stands-for': 'What stands for what:',
  'left-out': 'What I left out:',
  read: 'What I read where:',
};

/** Everything that was assumed and what stands for what, and the first of the rest; all of it in a file where that is cut. */
function tellings(told: readonly Telling[], [domain]: readonly Name[]): readonly Block[] {
  const all = (Object.keys(TITLES) as Telling['kind'][]).flatMap((kind) => {
    const same = told.filter((each) => each.kind === kind).toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
    return same.length === 0 ? [] : [{ title: TITLES[kind], kind, lines: same.map(lineOf) }];
  });
  const shown = all.map(({ kind, lines }) => (isCut(kind) ? firstLines(lines) : lines));
  const blocks = all.flatMap(({ title }, place) => [text(title), code((shown[place] ?? []).join('\n'))]);
  const isWhole = all.every(({ lines }, place) => shown[place] === lines);
  if (isWhole || domain === undefined) return blocks;
  const whole = all.map(({ title, lines }) => `${title}\n\n${lines.join('\n')}\n`).join('\n');
  const name = `${displayName(domain)}-import.txt`;
  return [...blocks, { kind: 'file', name, description: 'All of it, line by line.', text: whole }];
}

const isCut = (kind: Telling['kind']): boolean => kind === 'read' || kind === 'left-out';

const lineOf = ({ line, text: said }: Pick<Telling, 'line' | 'text'>): string =>
  line === undefined ? said : `line ${line}: ${said}`;

/** What to look up first: an address that the zone has, else the name servers. */
function next(world: World, domains: readonly Name[]): readonly Choice[] {
  const [domain] = domains;
  if (domain === undefined) return [];
  const sets = zonesOf(world, domain).flatMap(({ zone }) => rrsetsOf(zone));
  const web = sets.find(({ rdata: [first] }) => first?.type === 'A' || first?.type === 'CNAME')?.owner;
  const look = web === undefined ? `${displayName(domain)} NS` : displayName(web);
  return [
    button('Check it', `/check ${displayName(domain)}`),
    button('Trace it', `/trace ${look}`),
    button('Ask the registry', `/whois ${displayName(domain)}`),
    button('Who holds what', '/world'),
    button('My old sandbox', '/undo'),
  ];
}

function faulty(faults: readonly LineNote[]): Reply {
  const lines = faults.map(({ line, message }) => `line ${line}: ${message}`);
  const what = faults.length === 1 ? 'something cannot be read' : `${counted(faults.length, 'thing')} cannot be read`;
  return reply(
    [text(`Nothing was taken over: ${what} in that.`), code(firstLines(lines).join('\n'))],
    askForZone('import', 'Send it again'),
  );
}
