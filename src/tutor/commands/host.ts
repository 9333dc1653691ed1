import { displayName } from '../../dns/name.ts';
import { actInWorld } from '../act.ts';
import { declare } from '../command.ts';
import { button } from '../reply.ts';
import { zoneMeant } from '../zone-meant.ts';

export const host = declare({
  name: 'host',
  summary: 'Create or delete a zone at a DNS host, in your sandbox.',
  options: {
    action: { type: 'choice', choices: ['create', 'delete'], about: 'what to do; `create` unless you say' },
    domain: { type: 'name', about: 'the name of the zone', required: true },
    at: { type: 'listed', list: 'dns-hosts', about: 'the DNS host', required: true },
    zone: { type: 'word', about: "the zone's id, as `zone=Z2`, to delete one of several of one name" },
    account: { type: 'word', about: 'in which account of yours at the host, as `account=work`' },
  },
  examples: ['/host quillcove-example.com route53', '/host delete quillcove-example.com route53'],
  handle(context, { action = 'create', domain: origin, at, zone, account }) {
    const meant = zoneMeant({ zone, account });
    if ('problem' in meant) return actInWorld(context, () => meant);
    const of = meant.account === undefined ? {} : { account: meant.account };
    const inAccount = meant.account === undefined ? '' : ` account=${meant.account}`;
    return action === 'delete'
      ? actInWorld(context, () => ({ kind: 'delete-zone', origin, host: at, ...meant }), [
          button('Who holds what', '/world'),
        ])
      : actInWorld(context, () => ({ kind: 'create-zone', origin, host: at, ...of }), [
          button('Delegate to it', `/delegate ${displayName(origin)} ${at}${inAccount}`),
        ]);
  },
});
