import { displayName } from '../../dns/name.ts';
import { actInWorld } from '../act.ts';
import { declare } from '../command.ts';
import { button } from '../reply.ts';

export const transfer = declare({
  name: 'transfer',
  summary: 'Move a registration to another registrar; approve, reject or cancel that.',
  options: {
    action: {
      type: 'choice',
      choices: ['request', 'approve', 'reject', 'cancel'],
      about: 'what to do; `request` unless you say',
    },
    domain: { type: 'name', about: 'your domain', required: true },
    to: { type: 'listed', list: 'registrars', about: 'the registrar that it is to move to' },
    code: { type: 'word', about: 'the auth code, from `/registrar code`' },
  },
  examples: [
    '/transfer quillcove-example.com gandi code=k3…',
    '/transfer approve quillcove-example.com',
    '/transfer cancel quillcove-example.com',
  ],
  handle(context, { action = 'request', domain, to, code }) {
    const shown = displayName(domain);
    const next = [button('Ask the registry', `/whois ${shown}`), button('Look it up', `/dig www.${shown}`)];
    return actInWorld(
      context,
      () => {
        if (action !== 'request') return { kind: 'end-transfer', domain, how: action };
        if (to === undefined) return { problem: `Say to which registrar, as \`/transfer ${shown} gandi code=…\`.` };
        return { kind: 'transfer', domain, registrar: to, ...(code === undefined ? {} : { code }) };
      },
      action === 'request' ? [button('Let it go at once', `/transfer approve ${shown}`), ...next] : next,
    );
  },
});
