import { displayName, type Name } from '../../dns/name.ts';
import type { Action } from '../../world/action.ts';
import { VALIDATING_RESOLVER } from '../../world/ask.ts';
import { actInWorld } from '../act.ts';
import { declare } from '../command.ts';
import { button } from '../reply.ts';
import type { OpenWorld } from '../worlds.ts';
import { type ZoneWords, zoneMeant, zonesMeant } from '../zone-meant.ts';

export const dnssec = declare({
  name: 'dnssec',
  summary: 'Have a host sign your zone, and the registrar publish its DS at the parent; or take either back.',
  options: {
    action: {
      type: 'choice',
      choices: ['sign', 'publish', 'withdraw', 'unsign'],
      about: 'what to do, in this order and back',
      required: true,
    },
    domain: { type: 'name', about: 'your domain', required: true },
    at: { type: 'listed', list: 'dns-hosts', about: 'the DNS host of the zone; where you have one zone it is that' },
    zone: { type: 'word', about: "the zone's id, as `zone=Z2`, where a host has several of one name" },
    account: { type: 'word', about: 'in which account of yours at the host the zone is, as `account=work`' },
  },
  examples: [
    '/dnssec sign quillcove-example.com route53',
    '/dnssec publish quillcove-example.com',
    '/dnssec withdraw quillcove-example.com',
  ],
  handle(context, { action, domain, at, zone, account }) {
    const shown = displayName(domain);
    const next = {
      sign: [button('Publish its DS', `/dnssec publish ${shown}`), button('See its keys', `/dig ${shown} DNSKEY`)],
      publish: [
        button('See the DS', `/dig ${shown} DS`),
        button('Have it checked', `/trace www.${shown} A ${VALIDATING_RESOLVER}`),
      ],
      withdraw: [button('See the DS', `/dig ${shown} DS`), button('Ask the registry', `/whois ${shown}`)],
      unsign: [button('Have it checked', `/trace www.${shown} A ${VALIDATING_RESOLVER}`)],
    } as const;
    return actInWorld(context, (open) => actionOf(open, action, domain, { at, zone, account }), next[action]);
  },
});

function actionOf(
  open: OpenWorld,
  action: 'sign' | 'publish' | 'withdraw' | 'unsign',
  domain: Name,
  words: ZoneWords & { readonly at: string | undefined },
): Action | { readonly problem: string } {
  if (action === 'withdraw') return { kind: 'set-ds', domain, ds: [] };
  const meant = zoneMeant(words);
  if ('problem' in meant) return meant;
  const host = words.at ?? onlyHost(open, domain, words);
  if (host === undefined) {
    return { problem: `Say at which DNS host the zone is, as \`/dnssec ${action} ${displayName(domain)} route53\`.` };
  }
  if (action === 'publish') {
    const { account: zoneAccount, ...id } = meant;
    return { kind: 'copy-ds', domain, host, ...id, ...(zoneAccount === undefined ? {} : { zoneAccount }) };
  }
  return { kind: action === 'sign' ? 'sign-zone' : 'unsign-zone', origin: domain, host, ...meant };
}

/** The host where the learner has a zone of that name, if it is one host. */
function onlyHost(open: OpenWorld, domain: Name, words: ZoneWords): string | undefined {
  const own = zonesMeant(open, domain, words);
  const hosts = new Set(own.map(({ host }) => host));
  return hosts.size === 1 ? own[0]?.host : undefined;
}
