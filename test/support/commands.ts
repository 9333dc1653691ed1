import { type Content, type Declaration, declare, type ListEntry, type OptionTable } from '../../src/tutor/command.ts';
import type { Lists } from '../../src/tutor/parse-option.ts';
import { notice } from '../../src/tutor/reply.ts';

const aCommand = <const Options extends OptionTable>(name: string, options: Options): Declaration<Options> =>
  declare({
    name,
    summary: `Do ${name}.`,
    options,
    examples: [`/${name} example.com`],
    handle: async () => notice(name),
  });

export const dig = aCommand('dig', {
  name: { type: 'name', about: 'the name to ask for', required: true },
  type: { type: 'rr-type', about: 'the type of record' },
  server: { type: 'server', about: 'whom to ask' },
});
export const host = aCommand('host', {
  action: { type: 'choice', choices: ['create', 'delete'], about: 'what to do' },
  domain: { type: 'name', about: 'the domain', required: true },
  at: { type: 'listed', list: 'dns-hosts', about: 'the DNS host' },
});
export const record = aCommand('record', {
  owner: { type: 'name', about: 'where the record stands', required: true },
  type: { type: 'rr-type', about: 'the type of record', required: true },
  data: { type: 'text', about: 'what the record says' },
  ttl: { type: 'duration', about: 'how long it may be cached' },
});
export const wait = aCommand('wait', { span: { type: 'duration', about: 'how long', required: true } });
export const mood = aCommand('mood', {
  word: { type: 'word', about: 'how you feel' },
  times: { type: 'integer', about: 'how often' },
});
export const respond = aCommand('respond', {
  presentation: { type: 'presentation', about: 'the question' },
  response: { type: 'text', about: 'your response', required: true },
});
export const rule: Declaration = {
  ...aCommand('rule', { who: { type: 'member', about: 'whom it is about' } }),
  isForOrganisers: true,
};
const put = aCommand('put', {
  hosts: { type: 'list', list: 'dns-hosts', about: 'which DNS hosts' },
  times: { type: 'integer', about: 'how often' },
  pace: { type: 'word', about: 'how fast' },
});
export const announce: Declaration = {
  ...aCommand('announce', {
    word: { type: 'word', about: 'what to say', required: true },
    channel: { type: 'channel', about: 'where to say it' },
  }),
  isForOrganisers: true,
};
export const remind = aCommand('remind', {
  action: { type: 'choice', choices: ['set', 'stop'], about: 'what to do', required: true },
  time: { type: 'time', about: 'when' },
  zone: { type: 'zone', about: 'by whose clocks' },
  days: { type: 'days', about: 'on which days' },
  channel: { type: 'channel', about: 'where' },
  concept: { type: 'listed', list: 'concepts', about: 'of what' },
});
export const declarations: readonly Declaration[] = [
  dig,
  host,
  record,
  wait,
  mood,
  put,
  respond,
  rule,
  announce,
  remind,
];

const entry = (id: string, label: string, ...aliases: string[]): ListEntry => ({ id, label, aliases });
export const lists: Lists = {
  commands: declarations.map(({ name }) => entry(name, name, `/${name}`)),
  concepts: [entry('glue', 'Glue')],
  packs: [],
  lessons: [],
  labs: [],
  moves: [],
  registrars: [entry('route53', 'Route 53'), entry('porkbun', 'Porkbun')],
  'dns-hosts': [
    entry('route53', 'Route 53', 'aws', 'Amazon Route 53'),
    entry('cloudflare', 'Cloudflare'),
    entry('google-cloud-dns', 'Google Cloud DNS'),
    entry('r53', 'R-53'),
    entry('r-53', 'R 53 (the other)'),
  ],
};

/** Content with these lists and nothing else. */
export const contentWith = (lists: Lists): Content => ({
  catalogue: {
    root: { nameServers: [], delegationTtl: 0, negativeTtl: 0 },
    registries: new Map(),
    tlds: new Map(),
    registrars: new Map(),
    hosts: new Map(),
  },
  packs: new Map(),
  items: new Map(),
  lessons: new Map(),
  faults: new Map(),
  labs: new Map(),
  moves: new Map(),
  concepts: [],
  lists,
  translations: new Map(),
});
