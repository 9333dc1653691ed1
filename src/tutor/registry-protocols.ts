import { formatInstant } from '../base/time.ts';
import { displayName, type Name } from '../dns/name.ts';
import { eppCommands } from '../registration/epp/commands.ts';
import { rdapNotFound, rdapOf } from '../registration/rdap.ts';
import type { Registration } from '../registration/registration.ts';
import { registrarOf, registryOf } from '../world/catalogue.ts';
import { registryLog } from '../world/registry-log.ts';
import type { World } from '../world/world.ts';
import { counted, inCode } from './names.ts';
import { type Block, code, heading, text } from './reply.ts';

/** What fits a message together with what is said beside it, in characters. */
const MOST_IN_MESSAGE = 1500;
const MOST_COMMANDS = 2;

/** The registry's record as its RDAP service gives it. RFC 9083. */
export function rdapBlocks(world: World, registration: Registration): readonly Block[] {
  const { catalogue, now } = world;
  const { domain } = registration;
  const all = registryLog(world, domain);
  const since = all.slice(all.findLastIndex(({ event }) => event.kind === 'domain-registered') + 1);
  const record = rdapOf(registration, {
    ...{
      registry: registryOf(catalogue, registration.registry),
      registrar: registrarOf(catalogue, registration.registrar),
    },
    ...{ tlds: catalogue.tlds, now },
    changedAt: since.findLast(({ event }) => CHANGES.has(event.kind))?.at,
    transferredAt: since.findLast(({ event }) => event.kind === 'registrar-changed')?.at,
  });
  return [
    heading(`RDAP of ${displayName(domain)}`),
    json(
      record,
      `${displayName(domain)}.rdap.json`,
      `The answer of the registry's RDAP service, 200 OK, RFC 9083 §5.3`,
    ),
  ];
}

/** What changes the registry's record, beside its beginning. */
const CHANGES: ReadonlySet<string> = new Set([
  ...['domain-renewed', 'name-servers-submitted', 'ds-submitted', 'host-submitted', 'host-withdrawn'],
  ...['status-set', 'status-lifted', 'contact-changed', 'domain-suspended', 'suspension-lifted', 'domain-expired'],
  ...[
    'domain-deleted',
    'domain-restored',
    'auth-code-issued',
    'transfer-requested',
    'transfer-ended',
    'registrar-changed',
  ],
]);

/** What it gives for a name that it has no record of. */
export const rdapAbsent = (domain: Name): readonly Block[] => [
  heading(`RDAP of ${displayName(domain)}`),
  json(rdapNotFound(domain), `${displayName(domain)}.rdap.json`, 'The answer is 404 Not Found, RFC 9083 §6'),
];

function json(value: object, name: string, description: string): Block {
  const written = formatJson(value);
  return written.length > MOST_IN_MESSAGE
    ? { kind: 'file', name, description: `${description}.`, text: written }
    : code(written);
}

const MOST_IN_LINE = 76;

/** JSON in which whatever fits stands on one line. */
export function formatJson(value: unknown, indent = ''): string {
  const flat = JSON.stringify(value);
  if (indent.length + flat.length <= MOST_IN_LINE || typeof value !== 'object' || value === null) return flat;
  const deeper = `${indent} `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const members = Array.isArray(value)
    ? value.map((each) => formatJson(each, deeper))
    : Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${formatJson(each, deeper)}`);
  return `${open}\n${members.map((member) => deeper + member).join(',\n')}\n${indent}${close}`;
}

/** What registrars sent the registry for a domain, the last commands in the message and all of them in a file; none if they sent nothing. */
export function eppBlocks(world: World, domain: Name): readonly Block[] {
  const commands = eppCommands(registryLog(world, domain));
  if (commands.length === 0) return [];
  const told = commands.map(({ at, by, did, xml }) => ({
    said: `${formatInstant(at)} UTC: ${registrarOf(world.catalogue, by).name} ${did}.`,
    xml,
  }));
  const shown = told.slice(-MOST_COMMANDS);
  const all = told.map(({ said, xml }, place) => `${place + 1}. ${said}\n\n${xml}`).join('\n\n');
  const rest: readonly Block[] =
    commands.length > shown.length || shown.some(({ xml }) => xml.length > MOST_IN_MESSAGE)
      ? [
          {
            kind: 'file',
            name: `${displayName(domain)}.epp.txt`,
            description: `All ${counted(commands.length, 'command')} of registrars for ${displayName(domain)}.`,
            text: all,
          },
        ]
      : [];
  return [
    heading(`EPP for ${displayName(domain)}`),
    text(
      `What registrars sent the registry for ${inCode(domain)} so far: ${counted(commands.length, 'command')}${commands.length > shown.length ? ', the last of them here' : ''}.`,
    ),
    ...shown.flatMap(({ said, xml }) => [text(said), ...(xml.length > MOST_IN_MESSAGE ? [] : [code(xml)])]),
    ...rest,
  ];
}
