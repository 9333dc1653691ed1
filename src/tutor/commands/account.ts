import { actInWorld } from '../act.ts';
import { declare } from '../command.ts';
import { button } from '../reply.ts';
import { zoneMeant } from '../zone-meant.ts';

const VERBS = ['close', 'reopen'] as const;

export const account = declare({
  name: 'account',
  summary: 'Close an account of yours at a DNS host, with its zones, or have it opened again; in your sandbox.',
  options: {
    action: { type: 'choice', choices: VERBS, about: 'what to do', required: true },
    at: { type: 'listed', list: 'dns-hosts', about: 'the DNS host', required: true },
    account: { type: 'word', about: 'which account of yours there, as `account=work`; your own unless you say' },
  },
  examples: ['/account close route53', '/account reopen route53', '/account close route53 account=work'],
  handle(context, { action, at: host, account: label }) {
    const kind = action === 'close' ? 'close-account' : 'reopen-account';
    const named = label === undefined ? '' : ` account=${label}`;
    const back = action === 'close' ? [button('Have it opened again', `/account reopen ${host}${named}`)] : [];
    return actInWorld(context, () => {
      const meant = zoneMeant({ account: label });
      return 'problem' in meant ? meant : { kind, host, ...meant };
    }, [...back, button('What happens next', '/wait'), button('Who holds what', '/world')]);
  },
});
