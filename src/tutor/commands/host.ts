import { displayName } from '../../dns/name.ts';
import { actInWorld } from '../act.ts';
import { declare } from '../command.ts';
import { button } from '../reply.ts';

export const host = declare({
  name: 'host',
  summary: 'Create or delete a zone at a DNS host, in your sandbox.',
  options: {
    action: { type: 'choice', choices: ['create', 'delete'], about: 'what to do; `create` unless you say' },
    domain: { type: 'name', about: 'the name of the zone', required: true },
    at: { type: 'listed', list: 'dns-hosts', about: 'the DNS host', required: true },
    zone: { type: 'word', about: "the zone's id, as `zone=Z2`, to delete one of several of one name" },
  },
  examples: ['/host quillcove-example.com route53', '/host delete quillcove-example.com route53'],
  handle(context, { action = 'create', domain: origin, at, zone }) {
    const id = zone === undefined ? {} : { id: zone.toUpperCase() };
    return action === 'delete'
      ? actInWorld(context, () => ({ kind: 'delete-zone', origin, host: at, ...id }), [
          button('Who holds what', '/world'),
        ])
      : actInWorld(context, () => ({ kind: 'create-zone', origin, host: at }), [
          button('Delegate to it', `/delegate ${displayName(origin)} ${at}`),
        ]);
  },
});
