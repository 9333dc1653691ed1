import { displayName } from '../../dns/name.ts';
import { checkZoneFile, type FileFinding } from '../../dns/zone/check-zone-file.ts';
import { originOfFile } from '../../dns/zone/origin-of-file.ts';
import { asWritten } from '../as-written.ts';
import { type Context, declare } from '../command.ts';
import { counted } from '../names.ts';
import { button, type Choice, code, notice, type Reply, reply, text } from '../reply.ts';

export const check = declare({
  name: 'check',
  summary: 'Say what is wrong with a zone file, as the checkers of BIND, NSD, Knot and PowerDNS would.',
  options: { zone: { type: 'text', about: 'a master file, of as many lines as it has; I ask for it unless you say' } },
  examples: ['/check', '/check $ORIGIN example.com. …'],
  async handle(context, { zone }) {
    if (zone !== undefined) return verdict(context, asWritten(zone));
    const where = context.account.platform === 'terminal' ? ' Here it is `npm start -- check FILE`.' : '';
    return notice(`Send me a zone file, and I say line by line what is wrong with it. Nothing is kept.${where}`, [
      ...howToSend(context),
    ]);
  },
});

/** For records that give no TTL in a file that gives none, as NSD and Knot have it. */
const DEFAULT_TTL = 3600;
const MOST_LINES = 12;

function verdict(context: Context, zone: string): Reply {
  const origin = originOfFile('', zone);
  if (origin === undefined) {
    const message = 'There is no telling of which zone this is: begin it with `$ORIGIN example.com.`';
    return notice(message, howToSend(context));
  }
  const { findings } = checkZoneFile(zone, { origin, defaultTtl: DEFAULT_TTL });
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const name = `The zone \`${displayName(origin)}\``;
  if (findings.length === 0) return reply([text(`${name} has nothing to mend.`)], howToSend(context));
  const consequence =
    errors > 0 ? 'Most servers refuse it as it is.' : 'Servers load it, and at least one checker objects.';
  const told = `${name} has ${counted(errors, 'error')} and ${counted(findings.length - errors, 'warning')}. ${consequence}`;
  const more = findings.length - MOST_LINES;
  const lines = [
    ...findings.slice(0, MOST_LINES).map(lineOf),
    ...(more > 0 ? [`and ${counted(more, 'more line')}.`] : []),
  ];
  return reply([text(told), code(lines.join('\n'))], howToSend(context));
}

const lineOf = ({ line, column, severity, message }: FileFinding): string =>
  `line ${line}, column ${column}: ${severity}: ${message}`;

/** A form of several lines; a terminal has none. */
function howToSend({ account }: Context): readonly Choice[] {
  if (account.platform === 'terminal') return [button('Help', '/help check')];
  return [{ kind: 'form', label: 'Send a zone file', placeholder: '$ORIGIN example.com.', command: '/check {lines}' }];
}
