import { checkZoneFile, DEFAULT_TTL, type FileFinding } from '../../dns/zone/check-zone-file.ts';
import { originOfFile } from '../../dns/zone/origin-of-file.ts';
import { asWritten } from '../as-written.ts';
import { askForZone, firstLines } from '../ask-for-zone.ts';
import { type Context, declare } from '../command.ts';
import { counted, inCode } from '../names.ts';
import { code, notice, type Reply, reply, text } from '../reply.ts';

export const check = declare({
  name: 'check',
  summary: 'Say what is wrong with a zone file, as the checkers of BIND, NSD and Knot would.',
  options: { zone: { type: 'text', about: 'a master file, of as many lines as it has; I ask for it unless you say' } },
  examples: ['/check', '/check $ORIGIN example.com. …'],
  async handle(context, { zone }) {
    if (zone !== undefined) return verdict(context, asWritten(zone));
    const where = context.account.platform === 'terminal' ? ' Here it is `npm start -- check FILE`.' : '';
    return notice(
      `Send me a zone file, and I say line by line what is wrong with it. Nothing is kept.${where}`,
      askForZone(context, 'check'),
    );
  },
});

function verdict(context: Context, zone: string): Reply {
  const origin = originOfFile('', zone);
  if (origin === undefined) {
    const message = 'There is no telling of which zone this is: begin it with `$ORIGIN example.com.`';
    return notice(message, askForZone(context, 'check'));
  }
  const { findings } = checkZoneFile(zone, { origin, defaultTtl: DEFAULT_TTL });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const name = `The zone ${inCode(origin)}`;
  if (findings.length === 0) return reply([text(`${name} has nothing to mend.`)], askForZone(context, 'check'));
  const consequence =
    errors > 0 ? 'Most servers refuse it as it is.' : 'Servers load it, and at least one checker objects.';
  const told = `${name} has ${counted(errors, 'error')} and ${counted(findings.length - errors, 'warning')}. ${consequence}`;
  return reply([text(told), code(firstLines(findings.map(lineOf)).join('\n'))], askForZone(context, 'check'));
}

const lineOf = ({ line, column, severity, message }: FileFinding): string =>
  `line ${line}, column ${column}: ${severity}: ${message}`;
