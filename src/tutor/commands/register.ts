import { displayName } from '../../dns/name.ts';
import { actInWorld } from '../act.ts';
import { declare } from '../command.ts';
import { button } from '../reply.ts';

export const register = declare({
  name: 'register',
  summary: 'Register a domain at a registrar, in your sandbox.',
  options: {
    domain: { type: 'name', about: 'the domain, as `quillcove-example.com`', required: true },
    registrar: { type: 'listed', list: 'registrars', about: 'where you buy it', required: true },
  },
  examples: ['/register quillcove-example.com hover', '/register quillcove-example.co.uk route53'],
  handle: (context, { domain, registrar }) =>
    actInWorld(context, () => ({ kind: 'register', domain, registrar }), [
      button('Look it up', `/dig www.${displayName(domain)}`),
      button('Who holds what', '/world'),
    ]),
});
