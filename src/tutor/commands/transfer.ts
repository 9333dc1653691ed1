import { displayName, type Name } from '../../dns/name.ts';
import type { Action } from '../../world/action.ts';
import { actInWorld } from '../act.ts';
import { declare } from '../command.ts';
import { button, type Choice } from '../reply.ts';
import type { OpenWorld } from '../worlds.ts';

const ACTIONS = ['request', 'approve', 'reject', 'cancel', 'give', 'accept'] as const;

export const transfer = declare({
  name: 'transfer',
  summary: 'Move a registration to another registrar or account; approve, reject or cancel that.',
  options: {
    action: { type: 'choice', choices: ACTIONS, about: 'what to do; `request` unless you say' },
    domain: { type: 'name', about: 'your domain', required: true },
    to: { type: 'listed', list: 'registrars', about: 'the registrar that it is to move to' },
    code: { type: 'word', about: 'the auth code, from `/registrar code`; or the password of an offer' },
    account: { type: 'word', about: 'the account it is given to at its registrar, as `account=work`' },
    from: { type: 'word', about: 'the account it is given from, if not your own by name, as `from=home`' },
  },
  examples: [
    '/transfer quillcove-example.com gandi code=k3…',
    '/transfer approve quillcove-example.com',
    '/transfer give quillcove-example.com account=work',
    '/transfer accept quillcove-example.com account=work code=p7…',
  ],
  handle(context, wish) {
    return actInWorld(context, (open) => toAction(open, wish), nextOf(wish));
  },
});

interface Wish {
  readonly action?: (typeof ACTIONS)[number] | undefined;
  readonly domain: Name;
  readonly to?: string | undefined;
  readonly code?: string | undefined;
  readonly account?: string | undefined;
  readonly from?: string | undefined;
}

function toAction({ world, actor }: OpenWorld, wish: Wish): Action | { readonly problem: string } {
  const { action = 'request', domain, to, code, account, from } = wish;
  const name = displayName(domain);
  const registration = world.registrations.get(domain);
  const isOfOffer = registration?.transfer === undefined && registration?.offer !== undefined;
  switch (action) {
    case 'request':
      if (to === undefined) return { problem: `Say to which registrar, as \`/transfer ${name} gandi code=…\`.` };
      return { kind: 'transfer', domain, registrar: to, ...(code === undefined ? {} : { code }) };
    case 'give':
      if (account === undefined)
        return { problem: `Say to which account, as \`/transfer give ${name} account=work\`.` };
      return { kind: 'offer-account', domain, to: account, ...labelOf(from, actor) };
    case 'accept': {
      const password = code === undefined ? {} : { password: code };
      return { kind: 'end-offer', how: action, domain, ...password, ...labelOf(account, actor) };
    }
    case 'approve':
      return { kind: 'end-transfer', domain, how: action };
    case 'reject':
      return isOfOffer || account !== undefined
        ? { kind: 'end-offer', how: action, domain, ...labelOf(account, actor) }
        : { kind: 'end-transfer', domain, how: action };
    case 'cancel':
      return isOfOffer || from !== undefined
        ? { kind: 'end-offer', how: action, domain, ...labelOf(from, actor) }
        : { kind: 'end-transfer', domain, how: action };
  }
}

/** An account of theirs with a label; that by their own name has none. */
const labelOf = (word: string | undefined, actor: string): { readonly account?: string } =>
  word === undefined || word === actor ? {} : { account: word };

function nextOf({ action = 'request', domain, account }: Wish): readonly Choice[] {
  const name = displayName(domain);
  const next = [button('Ask the registry', `/whois ${name}`), button('Look it up', `/dig www.${name}`)];
  if (action === 'request') return [button('Let it go at once', `/transfer approve ${name}`), ...next];
  if (action !== 'give') return next;
  return [
    button('Take the offer back', `/transfer cancel ${name}`),
    button('Will not have it', `/transfer reject ${name} account=${account}`),
    ...next,
  ];
}
