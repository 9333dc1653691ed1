import { displayName } from '../dns/name.ts';
import type { DelegationSet } from '../hosting/delegation-set.ts';
import { type HostedZone, labelOf } from '../hosting/hosted-zone.ts';
import { personOf } from '../registration/registration.ts';
import { hostOf } from '../world/catalogue.ts';
import type { Context } from './command.ts';
import { roleIn, roleWords, seesIn } from './labs/role.ts';
import { counted, inCode, list } from './names.ts';
import { button, fields, heading, notice, type Reply, reply, text } from './reply.ts';
import { clockOf, openWorkplace } from './worlds.ts';

const MOST_SETS = 10;

/** The reusable delegation sets of the learner: their name servers, the zones on them, and how many more there may be. */
export async function listSets(context: Context): Promise<Reply> {
  const open = await openWorkplace(context);
  const role = await roleIn(context, open);
  if (role !== undefined && seesIn(role) !== 'zones')
    return notice(`You are ${roleWords(role)}. What is kept at the DNS host shows in the account there.`, [GOAL]);
  const { world } = open;
  const clock = text(clockOf(open));
  const own = [...(world.delegationSets?.values() ?? [])].filter(({ customer }) => personOf(customer) === open.actor);
  if (own.length === 0)
    return reply(
      [text('You keep no name servers for further zones: `set=new` makes a set with a zone.'), clock],
      [button('How to make one', '/help host')],
    );
  const zones = [...world.hostedZones.values()];
  const rows = own
    .slice(-MOST_SETS)
    .map(
      (set) => [`${set.id}, ${hostOf(world.catalogue, set.host).name}${accountIn(set)}`, lines(set, zones)] as const,
    );
  const { most } = hostOf(world.catalogue, own.at(-1)?.host ?? '');
  const quota = Number.isFinite(most.delegationSets)
    ? [
        text(
          `An account has at most ${counted(most.delegationSets, 'set')}, and a set ${counted(most.zonesOnSet, 'zone')}.`,
        ),
      ]
    : [];
  const idle = own.find((set) => zonesOn(set, zones).length === 0);
  return reply(
    [heading('Reusable delegation sets'), fields(...rows), ...quota, clock],
    idle ? [button(`Delete ${idle.id}`, `/host unset at=${idle.host} set=${idle.id}${accountOption(idle)}`)] : [],
  );
}

const GOAL = button('Goal', '/goal');
const zonesOn = ({ id }: DelegationSet, zones: readonly HostedZone[]) =>
  zones.filter(({ delegationSet }) => delegationSet === id);

function lines(set: DelegationSet, zones: readonly HostedZone[]): string {
  const on = zonesOn(set, zones).map(({ id, zone }) => `${inCode(zone.origin)} (${id})`);
  return [...set.nameServers.map(displayName), on.length === 0 ? 'no zone is on it' : `has ${list(on)}`].join('\n');
}

const accountIn = ({ customer }: DelegationSet): string => {
  const label = labelOf(customer);
  return label === undefined ? '' : `, account ${label}`;
};
const accountOption = ({ customer }: DelegationSet): string => {
  const label = labelOf(customer);
  return label === undefined ? '' : ` account=${label}`;
};
