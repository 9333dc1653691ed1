import { fail, ok, type Result } from '../base/result.ts';
import { isAtOrBelow, type Name } from '../dns/name.ts';
import { type HostedZone, labelOf } from '../hosting/hosted-zone.ts';
import { personOf } from '../registration/registration.ts';
import { isOwnHost } from '../transcripts/zone-draft.ts';
import { accountNamed } from '../world/account-named.ts';
import { type Catalogue, hostOf } from '../world/catalogue.ts';
import { accountWords } from './account-words.ts';
import { inCode, list } from './names.ts';
import { shown } from './shown.ts';
import type { OpenWorld } from './worlds.ts';

/** A zone as a host is asked for it; by its id where there may be several of one name. */
export interface ZoneFound {
  readonly origin: Name;
  readonly host: string;
  readonly id?: string;
  readonly account?: string;
}
/** Where the learner wants the record, as far as they said: a DNS host's id, a zone's, and an account of theirs. */
interface Where {
  readonly at: string | undefined;
  readonly zone: string | undefined;
  readonly account: string | undefined;
}

/**
 * The zone that a record goes into: the one named by its id, else the learner's nearest at or above the record's name.
 * Refuses, in a sentence: no such zone, and zones at several DNS hosts.
 */
export function zoneForRecord({ world, actor }: OpenWorld, owner: Name, where: Where): Result<ZoneFound, string> {
  const { at, zone, account } = where;
  const all = [...world.hostedZones.values()].filter(({ customer }) => personOf(customer) === actor);
  const own = all.filter(({ customer }) => customer === accountNamed(actor, account));
  const fit = own.filter(
    (each) =>
      (at === undefined || each.host === at) &&
      (zone === undefined ? isAtOrBelow(owner, each.zone.origin) : each.id === zone),
  );
  const longest = Math.max(...fit.map((each) => each.zone.origin.length));
  const nearest = fit.filter((each) => each.zone.origin.length === longest);
  const [first] = nearest;
  if (!first) return fail(noZone(world.catalogue, owner, where, all));

  const { origin } = first.zone;
  const hosts = [...new Set(nearest.map(({ host }) => host))];
  const named = { ...(zone === undefined ? {} : { id: zone }), ...(account === undefined ? {} : { account }) };
  if (hosts.length === 1) return ok({ origin, host: first.host, ...named });
  const ways = list(
    // A command names only hosts of the catalogue; a zone elsewhere is named by its id.
    nearest.map(({ host, id }) => (isOwnHost(host) ? `\`zone=${id}\`` : `\`at=${host}\``)),
    'or',
  );
  return fail(`${inCode(origin)} has zones at several DNS hosts, and each holds its own records. Say which: ${ways}.`);
}

function noZone(catalogue: Catalogue, owner: Name, { at, zone, account }: Where, all: readonly HostedZone[]): string {
  const name = (host: string) => hostOf(catalogue, host).name;
  const what = zone === undefined ? `zone for ${inCode(owner)}` : `zone ${shown(zone)}`;
  const inAccount = account === undefined ? '' : ` in your account ${shown(account)}`;
  const says =
    at === undefined
      ? `You have no ${what}${inAccount}.`
      : `${name(at)} says: no such hosted zone. You have no ${what} there${inAccount}.`;
  const yours = all.map(({ id, host, customer, zone: { origin } }) => {
    const label = labelOf(customer);
    const where = label === account ? '' : `, ${accountWords(label)}`;
    return `${inCode(origin)} at ${name(host)} (${id}${where})`;
  });
  if (yours.length === 0) return `${says} Create one with \`/host\` first.`;
  return `${says} ${yours.length === 1 ? 'Your only zone is' : 'Your zones are'} ${list(yours)}.`;
}
