import { displayName } from '../../dns/name.ts';
import { REGISTRAR_VERBS, type RegistrarVerb, readVerb } from '../../world/registrar-verbs.ts';
import { actInWorld } from '../act.ts';
import { declare } from '../command.ts';
import { button, type Choice } from '../reply.ts';

export const registrar = declare({
  name: 'registrar',
  summary: "Use the registrar's console: renew, lock, verify, glue, auth code and more, for a domain of yours.",
  options: {
    action: { type: 'choice', choices: REGISTRAR_VERBS, about: 'what to do', required: true },
    domain: { type: 'name', about: 'your domain', required: true },
    with: { type: 'text', about: 'what else it needs: years, on or off, an address, a registrar' },
    account: { type: 'word', about: 'which account of yours it is in, as `account=work`' },
  },
  examples: [
    '/registrar renew quillcove-example.com',
    '/registrar auto-renew quillcove-example.com off',
    '/registrar unlock quillcove-example.com',
    '/registrar glue quillcove-example.com ns1.quillcove-example.com 198.51.100.1',
  ],
  handle(context, { action, domain, account, with: rest = '' }) {
    return actInWorld(
      context,
      () => {
        const read = readVerb(context.content.catalogue, action, domain, rest);
        if (!read.ok) return { problem: read.problem };
        return account === undefined ? read.value : { ...read.value, account };
      },
      after(action, displayName(domain)),
    );
  },
});

const after = (action: RegistrarVerb, domain: string): readonly Choice[] => [
  button('Ask the registry', `/whois ${domain}`),
  ...(action === 'code' || action === 'unlock' ? [button('How to move it', '/help transfer')] : []),
  button('Look it up', `/dig www.${domain}`),
];
