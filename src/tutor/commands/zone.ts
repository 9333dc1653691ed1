import { formatInstant, instant } from '../../base/time.ts';
import { displayName, type Name } from '../../dns/name.ts';
import { recordCount, type Zone } from '../../dns/zone/zone.ts';
import { formatZoneFile } from '../../dns/zone/zone-file.ts';
import { type HostedZone, labelOf, type PendingChange } from '../../hosting/hosted-zone.ts';
import { hostOf } from '../../world/catalogue.ts';
import { insideId } from '../../world/inside-resolver.ts';
import { internetOf } from '../../world/internet.ts';
import { declare } from '../command.ts';
import { roleIn, roleWords } from '../labs/role.ts';
import { counted, inCode, list } from '../names.ts';
import { type Block, button, fields, heading, notice, type Reply, reply, text } from '../reply.ts';
import { type OpenWorld, openFocus, worldName } from '../worlds.ts';

export const zone = declare({
  name: 'zone',
  summary: 'Show the zone file of a domain, as a DNS host has it.',
  options: {
    domain: { type: 'name', about: 'the name of the zone', required: true },
    at: { type: 'listed', list: 'dns-hosts', about: 'only the zone at this DNS host' },
    zone: { type: 'word', about: 'only the zone of this id, as `zone=Z2`' },
    account: { type: 'word', about: 'only zones in this account of yours, as `account=work`' },
  },
  examples: ['/zone quillcove-example.com', '/zone quillcove-example.com route53'],
  async handle(context, { domain, at, zone: id, account }) {
    const open = await openFocus(context);
    if (open.world.own) return ownZone(open, domain);
    const role = await roleIn(context, open);
    if (role !== undefined && role !== 'host')
      return notice(`That takes the login at the DNS host, and you are ${roleWords(role)}. Ask who has it.`, [
        button('Ask the name servers', `/dig ${displayName(domain)} SOA`),
      ]);
    const named = [...open.world.hostedZones.values()].filter((hosted) => hosted.zone.origin === domain);
    const found = named.filter(
      (hosted) =>
        (at === undefined || hosted.host === at) &&
        (id === undefined || hosted.id === id.toUpperCase()) &&
        (account === undefined || labelOf(hosted.customer) === account.toLowerCase()),
    );
    if (found.length === 0) return none(open, domain, named);
    return reply(
      found.flatMap((hosted) => blocksFor(open, hosted)),
      [button('Ask for it', `/dig ${displayName(domain)} SOA`), button('Who holds what', '/world')],
    );
  },
});

function blocksFor({ world }: OpenWorld, hosted: HostedZone): readonly Block[] {
  const { id, zone, nameServers, host, customer, networks, pending = [], delegationSet } = hosted;
  const label = labelOf(customer);
  const [origin, name] = [displayName(zone.origin), hostOf(world.catalogue, host).name];
  return [
    heading(`${origin} at ${name}${label === undefined ? '' : `, account ${label}`}`),
    zoneFile(zone, `${origin}-${id.toLowerCase()}.zone`, `The zone file of ${origin} at ${name}, zone ${id}`),
    fields([
      networks === undefined ? 'Answers on' : 'Names, but is answered by nobody outside',
      nameServers.map(displayName).join('\n'),
    ]),
    ...(delegationSet === undefined
      ? []
      : [
          text(
            `These are the name servers of the reusable delegation set ${delegationSet}: \`set=${delegationSet}\` puts another zone on them.`,
          ),
        ]),
    ...(pending.length > 0 ? [text(onTheWay(pending))] : []),
    ...(zone.signing ? [text(SIGNED)] : []),
    text(networks === undefined ? PUBLIC : privateWords(networks)),
  ];
}

const PUBLIC = 'Whether anyone is led to these name servers, the registry decides.';
const privateWords = (networks: readonly string[]): string =>
  `It is a private zone: resolvers inside ${list(networks.map((network) => `\`${network}\``))} see it (${list(networks.map((network) => `\`@${insideId(network)}\``))}), and no registrar or registry has a part in that.`;

const onTheWay = (pending: readonly PendingChange[]): string =>
  `This is the host's database. Its last change is PENDING: the name servers answer as it stands here from ${formatInstant(pending.at(-1)?.at ?? instant(0))} UTC on (INSYNC).`;

const SIGNED =
  'The host signs it as it answers: DNSKEY, RRSIG and NSEC records come on top of what is in the file. Its DS has to stand at the registry.';

/** No master file can say what an alias is, so it stands there as a remark. */
const aliasLines = ({ aliases = new Map() }: Zone): string =>
  [...aliases]
    .map(
      ([owner, target]) =>
        `; ${owner} ALIAS ${target} ; answered with the A and AAAA records that ${target} has then\n`,
    )
    .join('');

function zoneFile(zone: Zone, name: string, what: string): Block {
  const records = recordCount(zone);
  return {
    kind: 'file',
    name,
    description: `${what}: ${counted(records, 'record')}.`,
    text: `${formatZoneFile(zone)}${aliasLines(zone)}`,
  };
}

/** Any zone of an Internet that somebody brought, also those that were made around theirs. */
function ownZone(open: OpenWorld, domain: Name): Reply {
  const { servers } = internetOf(open.world);
  const zones = [...servers.values()].flatMap(({ zones }) => zones.get(domain) ?? []);
  const [zone] = zones;
  if (!zone) return none(open, domain, []);
  return reply(
    [
      heading(displayName(domain)),
      zoneFile(zone, `${displayName(domain)}.zone`, `The zone file of ${displayName(domain)}`),
    ],
    [button('Ask for it', `/dig ${displayName(domain)} SOA`), button('Who answers for what', '/world')],
  );
}

function none(open: OpenWorld, domain: Name, elsewhere: readonly HostedZone[]): Reply {
  const hosts = [...new Set(elsewhere.map(({ host }) => hostOf(open.world.catalogue, host).name))];
  const where = hosts.length > 0 ? `; there is one at ${list(hosts)}` : '';
  return notice(`No zone ${inCode(domain)} is hosted there in ${worldName(open)}${where}.`, [
    button('Who holds what', '/world'),
  ]);
}
