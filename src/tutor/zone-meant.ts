import type { Name } from '../dns/name.ts';
import type { HostedZone } from '../hosting/hosted-zone.ts';
import { accountNamed } from '../world/account-named.ts';
import { shown } from './shown.ts';
import type { OpenWorld } from './worlds.ts';

/** How a command says which zone it means, besides the name and the host: `zone=Z2`, `account=work`. */
export interface ZoneWords {
  readonly zone?: string | undefined;
  readonly account?: string | undefined;
}

/** The same for an action, or a sentence that says what is wrong with it. */
export function zoneMeant({
  zone,
  account,
}: ZoneWords): { readonly id?: string; readonly account?: string } | { readonly problem: string } {
  if (account !== undefined && !LABEL.test(account)) {
    return {
      problem: `${shown(account)} cannot be the name of an account: it takes letters, digits and hyphens, as \`account=work\`.`,
    };
  }
  return {
    ...(zone === undefined ? {} : { id: zone.toUpperCase() }),
    ...(account === undefined ? {} : { account: account.toLowerCase() }),
  };
}

/** What an account of a person may be called. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,18}[a-z0-9])?$/i;

/** The learner's zones of a name, in the account that is meant; all of them where the zone is named by its id. */
export const zonesMeant = (
  { world, actor }: OpenWorld,
  origin: Name,
  { zone, account }: ZoneWords,
): readonly HostedZone[] =>
  [...world.hostedZones.values()].filter(
    (hosted) =>
      hosted.zone.origin === origin &&
      hosted.customer === accountNamed(actor, account?.toLowerCase()) &&
      (zone === undefined || hosted.id === zone.toUpperCase()),
  );
