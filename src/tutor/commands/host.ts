import { displayName, type Name } from '../../dns/name.ts';
import type { Action } from '../../world/action.ts';
import { insideId, NETWORK_NAME, USUAL_NETWORK } from '../../world/inside-resolver.ts';
import { NEW_SET } from '../../world/zone-on-set.ts';
import { actInWorld } from '../act.ts';
import { declare } from '../command.ts';
import { listSets } from '../list-sets.ts';
import { button, type Choice, notice } from '../reply.ts';
import { shown } from '../shown.ts';
import type { OpenWorld } from '../worlds.ts';
import { type ZoneWords, zoneMeant } from '../zone-meant.ts';

const ACTIONS = [
  'create',
  'private',
  'delete',
  'associate',
  'disassociate',
  'reuse',
  'white-label',
  'sets',
  'unset',
] as const;

export const host = declare({
  name: 'host',
  summary: 'Create or delete a zone at a DNS host, public or private to a network, in your sandbox.',
  options: {
    action: { type: 'choice', choices: ACTIONS, about: 'what to do; `create` unless you say' },
    domain: { type: 'name', about: 'the name of the zone' },
    at: { type: 'listed', list: 'dns-hosts', about: 'the DNS host' },
    zone: { type: 'word', about: "the zone's id, as `zone=Z2`, to mean one of several of one name" },
    account: { type: 'word', about: 'in which account of yours at the host, as `account=work`' },
    network: { type: 'word', about: 'the network that sees a private zone, as `network=office`; `vpc` unless you say' },
    set: { type: 'word', about: 'the delegation set, as `set=N1`; `set=new` makes one' },
  },
  examples: [
    '/host quillcove-example.com route53',
    '/host delete quillcove-example.com route53',
    '/host private quillcove-example.com route53 network=office',
    '/host white-label quillcove-example.com route53',
    '/host sets',
    '/host unset set=N1',
  ],
  async handle(context, { action = 'create', domain, at, zone, account, network = USUAL_NETWORK, set }) {
    if (action === 'sets') return listSets(context);
    if (action === 'unset')
      return actInWorld(context, (open) => toSetGone(open, { at, account, set }), [button('Sets', '/host sets')]);
    if (domain === undefined || at === undefined) return notice(neededFor(action), [button('Help', '/help host')]);
    const wish = { action, origin: domain, host: at, network: network.toLowerCase(), ...setMeant(set) };
    return actInWorld(context, () => toAction(wish, { zone, account }), nextOf(wish, account));
  },
});

/** A set is known by its id alone; the host need not be said. */
function toSetGone(
  { world }: OpenWorld,
  wish: { readonly at?: string | undefined; readonly account?: string | undefined; readonly set?: string | undefined },
): Action | { readonly problem: string } {
  const id = wish.set?.toUpperCase();
  if (id === undefined)
    return { problem: 'Say which delegation set, as `/host unset set=N1`. `/host sets` lists yours.' };
  const host = wish.at ?? world.delegationSets?.get(id)?.host;
  if (host === undefined) return { problem: `There is no delegation set ${shown(id)}. \`/host sets\` lists yours.` };
  const { account } = wish;
  return { kind: 'delete-delegation-set', host, set: id, ...(account === undefined ? {} : { account }) };
}

const neededFor = (action: string): string =>
  `\`/host ${action}\` needs the name of a zone and a DNS host, as \`/host ${action} quillcove-example.com route53\`.`;

/** `new` as it is, a set's id as it is written. */
const setMeant = (set: string | undefined): { readonly delegationSet?: string } =>
  set === undefined ? {} : { delegationSet: set.toLowerCase() === NEW_SET ? NEW_SET : set.toUpperCase() };

interface Wish {
  readonly action: Exclude<(typeof ACTIONS)[number], 'sets' | 'unset'>;
  readonly origin: Name;
  readonly host: string;
  readonly network: string;
  readonly delegationSet?: string;
}

function toAction(
  { action, origin, host, network, ...onSet }: Wish,
  words: ZoneWords,
): Action | { readonly problem: string } {
  const meant = zoneMeant(words);
  if ('problem' in meant) return meant;
  if (!NETWORK_NAME.test(network)) {
    return {
      problem: `${shown(network)} cannot be the name of a network: it takes letters, digits and hyphens, as \`network=office\`.`,
    };
  }
  const { id: _, ...inAccount } = meant;
  switch (action) {
    case 'create':
      return { kind: 'create-zone', origin, host, ...inAccount, ...onSet };
    case 'private':
      return { kind: 'create-zone', origin, host, network, ...inAccount, ...onSet };
    case 'reuse':
      return { kind: 'reuse-name-servers', origin, host, ...meant };
    case 'white-label':
      return { kind: 'white-label', origin, host, ...meant };
    case 'delete':
      return { kind: 'delete-zone', origin, host, ...meant };
    case 'associate':
    case 'disassociate':
      return { kind: `${action}-network`, origin, host, network, ...meant };
  }
}

function nextOf({ action, origin, host, network }: Wish, account: string | undefined): readonly Choice[] {
  const name = displayName(origin);
  if (action === 'delete' || action === 'reuse') return [button('Who holds what', '/world')];
  if (action === 'white-label')
    return [button('See the delegation', `/dig ${name} NS`), button('Check it', `/check ${name}`)];
  if (action === 'create') {
    return [button('Delegate to it', `/delegate ${name} ${host}${account === undefined ? '' : ` account=${account}`}`)];
  }
  return [
    button('Ask from inside', `/dig ${name} SOA @${insideId(network)}`),
    button('Ask from outside', `/dig ${name} SOA`),
  ];
}
