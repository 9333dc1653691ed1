import { fail, ok, type Result } from '../../base/result.ts';
import { displayName, type Name, parseName } from '../../dns/name.ts';
import { actInWorld } from '../act.ts';
import { declare, type ListEntry } from '../command.ts';
import { describeMisfit } from '../describe-misfit.ts';
import { list } from '../names.ts';
import { entryNamed } from '../parse-option.ts';
import { button } from '../reply.ts';
import { shown } from '../shown.ts';
import { zoneMeant } from '../zone-meant.ts';

export const delegate = declare({
  name: 'delegate',
  summary: 'Have the registrar set the name servers of your domain; it tells the registry.',
  options: {
    domain: { type: 'name', about: 'your domain', required: true },
    to: { type: 'text', about: 'the name servers, or a DNS host where you have a zone of that name', required: true },
    zone: { type: 'word', about: "the zone's id, as `zone=Z2`, where a host has several of one name" },
    account: { type: 'word', about: 'in which account of yours at the host the zone is, as `account=work`' },
  },
  examples: ['/delegate quillcove-example.com route53', '/delegate quillcove-example.com ns1.hover.com ns2.hover.com'],
  handle(context, { domain, to, zone, account }) {
    const hosts = context.content.lists['dns-hosts'];
    const host = hostNamed(hosts, to)?.id;
    const www = `www.${displayName(domain)}`;
    return actInWorld(context, () => {
      const meant = zoneMeant({ zone, account });
      if ('problem' in meant) return meant;
      const { account: zoneAccount, ...id } = meant;
      if (host !== undefined) {
        return {
          kind: 'copy-name-servers',
          domain,
          host,
          ...id,
          ...(zoneAccount === undefined ? {} : { zoneAccount }),
        };
      }
      const nameServers = readNames(to, hosts);
      return nameServers.ok
        ? { kind: 'set-name-servers', domain, nameServers: nameServers.value }
        : { problem: nameServers.problem };
    }, [button('Look it up', `/dig ${www}`), button('Trace it', `/trace ${www}`)]);
  },
});

/** The DNS host that words name. A host's own domain, one of its aliases, is no host here: it may mean a name server. */
function hostNamed(hosts: readonly ListEntry[], words: string): ListEntry | undefined {
  const undotted = hosts.map((host) => ({ ...host, aliases: host.aliases.filter((alias) => !alias.includes('.')) }));
  return entryNamed(undotted, words);
}

/** The names that words are. Refuses, in a sentence: words that are no names, and names of a single label. */
function readNames(words: string, hosts: readonly ListEntry[]): Result<readonly Name[], string> {
  const names: Name[] = [];
  for (const word of words.split(/[\s,;]+/).filter((each) => each !== '')) {
    const parsed = parseName(word);
    if (!parsed.ok) {
      const why = describeMisfit({ kind: 'not-a-name', fault: parsed.problem });
      return fail(`${shown(word)} cannot be a name server: ${why}`);
    }
    if (!displayName(parsed.value).includes('.')) {
      const known = list(hosts.map(({ id }) => `\`${id}\``));
      return fail(
        `${shown(word)} is neither a DNS host here nor the full name of a name server. The hosts are ${known}.`,
      );
    }
    names.push(parsed.value);
  }
  return ok(names);
}
