import { diagnose } from '../../diagnosis/diagnose.ts';
import { displayName, parseName } from '../../dns/name.ts';
import { checkZoneFile, DEFAULT_TTL, type FileFinding } from '../../dns/zone/check-zone-file.ts';
import { originOfFile } from '../../dns/zone/origin-of-file.ts';
import { asWritten } from '../as-written.ts';
import { askForZone, firstLines } from '../ask-for-zone.ts';
import { type Context, declare } from '../command.ts';
import { roleIn } from '../labs/role.ts';
import { domainsIn } from '../leads-to.ts';
import { counted, inCode } from '../names.ts';
import { button, code, notice, type Reply, reply, text } from '../reply.ts';
import { showDiagnosis } from '../show-diagnosis.ts';
import { shown } from '../shown.ts';
import { openFocus } from '../worlds.ts';

export const check = declare({
  name: 'check',
  summary: 'Say what is wrong with a domain, and who must do what; or with a zone file that you send.',
  options: { zone: { type: 'text', about: 'a domain, or a master file of as many lines as it has' } },
  examples: ['/check quillcove-example.com', '/check $ORIGIN example.com. …'],
  async handle(context, { zone }) {
    if (zone === undefined) return askWhat(context);
    const written = asWritten(zone).trim();
    return /\s/.test(written) || written.startsWith('$') ? verdict(written) : ofDomain(context, written);
  },
});

async function askWhat(context: Context): Promise<Reply> {
  const { world } = await openFocus(context);
  return notice(
    `Name a domain, as in \`/check quillcove-example.com\`, and I say who must do what for it. Or send me a zone file, and I say line by line what is wrong with it; nothing is kept.`,
    [
      ...domainsIn(world)
        .slice(-2)
        .map((domain) => button(`Check ${displayName(domain)}`, `/check ${displayName(domain)}`)),
      ...askForZone('check'),
    ],
  );
}

/** Asks the registry, the servers above and those of the domain, in the world that look-ups ask. */
async function ofDomain(context: Context, word: string): Promise<Reply> {
  const [, host] = /^[a-z][a-z0-9+.-]*:\/\/([^/:?#@\s]*)/i.exec(word) ?? [];
  const name = parseName(host ?? word);
  if (name.ok && host === undefined) {
    const open = await openFocus(context);
    const role = await roleIn(context, open);
    // Who has no login at the DNS host judges by what anybody can ask.
    const seen = role === undefined || role === 'host' ? {} : { accountsOf: [] };
    const { pictures } = role === undefined ? context : {};
    return showDiagnosis(open, diagnose(open.world, name.value, seen), pictures);
  }
  if (name.ok)
    return notice(`${shown(word)} is a web address: check its domain.`, [
      button(`Check ${displayName(name.value)}`, `/check ${displayName(name.value)}`),
    ]);
  return notice(
    `${shown(word)} is neither a domain name nor a zone file: type a domain, as in \`/check quillcove-example.com\`.`,
    askForZone('check'),
  );
}

function verdict(zone: string): Reply {
  const origin = originOfFile('', zone);
  if (origin === undefined) {
    const message = 'There is no telling of which zone this is: begin it with `$ORIGIN example.com.`';
    return notice(message, askForZone('check'));
  }
  const { findings } = checkZoneFile(zone, { origin, defaultTtl: DEFAULT_TTL });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const name = `The zone ${inCode(origin)}`;
  if (findings.length === 0) return reply([text(`${name} has nothing to mend.`)], askForZone('check'));
  const consequence =
    errors > 0 ? 'Most servers refuse it as it is.' : 'Servers load it, and at least one checker objects.';
  const told = `${name} has ${counted(errors, 'error')} and ${counted(findings.length - errors, 'warning')}. ${consequence}`;
  return reply([text(told), code(firstLines(findings.map(lineOf)).join('\n'))], askForZone('check'));
}

const lineOf = ({ line, column, severity, message }: FileFinding): string =>
  `line ${line}, column ${column}: ${severity}: ${message}`;
