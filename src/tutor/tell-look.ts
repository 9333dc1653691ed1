import { assertNever } from '../base/result.ts';
import type { Response } from '../dns/message.ts';
import { ROOT } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import type { RRset } from '../dns/record.ts';
import { classify, type Meaning } from '../dns/resolver/classify.ts';
import type { Resolution } from '../dns/resolver/resolution.ts';
import { ask, askNameServer, RESOLVER } from '../world/ask.ts';
import { hostOf, registrarOf } from '../world/catalogue.ts';
import { resolverOf } from '../world/resolvers.ts';
import type { World } from '../world/world.ts';
import { domainsIn, leadsTo, zonesOf } from './leads-to.ts';
import { askedBy, type Look, questionInCode } from './look.ts';
import { counted, inCode, list } from './names.ts';

/** What a look-up shows in a world as it now stands, in a sentence or two that begin with a small letter. */
export function tellLook(world: World, look: Look): string {
  switch (look.kind) {
    case 'resolver':
      return tellResolver(world, look);
    case 'trace':
      return tellTrace(world, look);
    case 'server':
      return tellServer(world, look);
    case 'whois':
      return tellWhois(world, look);
    case 'world':
      return tellWorld(world);
    default:
      return assertNever(look);
  }
}

type Of<Kind extends Look['kind']> = Extract<Look, { kind: Kind }>;

function tellResolver(world: World, look: Of<'resolver' | 'trace'>): string {
  const { question } = look;
  const resolution = ask(world, question, askedBy(look));
  const from = queriesOf(resolution) === 0 ? ', from its cache' : '';
  const which = resolverOf(look.resolver ?? RESOLVER).title;
  return `asked for ${questionInCode(question)}, ${which} ${foundBy(resolution)}${from}.`;
}

function tellTrace(world: World, look: Of<'resolver' | 'trace'>): string {
  const { question } = look;
  const resolution = ask(world, question, askedBy(look));
  const last = resolution.steps.findLast((step) => step.kind === 'asked' || step.kind === 'timeout');
  const at = last && 'query' in last ? `, the last of them ${inCode(last.query.server)}` : '';
  const asked = counted(queriesOf(resolution), 'name server');
  const { title } = resolverOf(look.resolver ?? RESOLVER);
  const which = look.resolver ? `${title}, if it remembered nothing,` : 'a resolver that remembers nothing';
  return `for ${questionInCode(question)} ${which} asks ${asked}${at}, and ${foundBy(resolution)}.`;
}

const queriesOf = ({ steps }: Resolution): number =>
  steps.filter(({ kind }) => kind === 'asked' || kind === 'timeout').length;

/** What a resolver found, and, if it checked, how far that can be trusted. */
function foundBy(resolution: Resolution): string {
  const { outcome, security, extendedErrors } = resolution;
  const why = security === 'bogus' ? extendedErrors?.[0]?.text : undefined;
  if (outcome === 'failure')
    return why ? `replies SERVFAIL: ${why.replace(/\.$/, '')}` : 'finds no usable answer (SERVFAIL)';
  return `${foundIn(resolution)}${security ? `, which is ${security}` : ''}`;
}

function foundIn({ outcome, answer }: Resolution): string {
  switch (outcome) {
    case 'answer':
      return `gives ${recordsIn(answer)}`;
    case 'nodata':
      return 'finds no record of that type (NODATA)';
    case 'nxdomain':
      return 'finds that there is no such name (NXDOMAIN)';
    case 'failure':
      return 'finds no usable answer (SERVFAIL)';
    default:
      return assertNever(outcome);
  }
}

function tellServer(world: World, { question, server }: Of<'server'>): string {
  const response = askNameServer(world, server, question);
  const lead = `asked for ${questionInCode(question)}, ${inCode(server)}`;
  if (response === undefined || response === 'timeout') return `${lead} does not reply.`;
  // Whatever it serves: it is asked what it says, not whether a resolver should believe it.
  const meaning = classify(response, { question, zone: ROOT, hardenGlue: false, rd: false });
  return `${lead} ${saidBy(meaning, response)}.`;
}

function saidBy(meaning: Meaning, { aa, rcode }: Response): string {
  switch (meaning.kind) {
    case 'answer':
      return `answers with ${recordsIn(meaning.chain)}${aa ? '' : ', without authority'}`;
    case 'alias':
    case 'alias-too-long':
      return `answers with an alias, to ${inCode(meaning.target)}`;
    case 'nodata':
      return 'says that there is no record of that type (NODATA)';
    case 'nxdomain':
      return 'says that there is no such name (NXDOMAIN)';
    case 'referral':
      return `refers to the name servers of ${inCode(meaning.ns.owner)}: ${recordsIn([meaning.ns])}`;
    case 'unusable':
      return rcode === 'NOERROR' ? 'says nothing of use' : `replies ${rcode}`;
    default:
      return assertNever(meaning);
  }
}

const MOST_VALUES = 2;

/** The data of the last set, the first few of many. */
function recordsIn(rrsets: readonly RRset[]): string {
  const data = (rrsets.at(-1)?.rdata ?? []).map((one) =>
    one.type === 'NS' ? inCode(one.nameServer) : `\`${formatRdata(one)}\``,
  );
  const more = data.length - MOST_VALUES;
  return list([...data.slice(0, MOST_VALUES), ...(more > 0 ? [`${more} more`] : [])]);
}

function tellWhois({ registrations, catalogue }: World, { domain }: Of<'whois'>): string {
  const registration = registrations.get(domain);
  if (!registration) return `the registry has nobody for ${inCode(domain)}.`;
  const { registrar, nameServers } = registration;
  const [first = [], more] = [nameServers.slice(0, MOST_VALUES).map(inCode), nameServers.length - MOST_VALUES];
  const servers = list([...first, ...(more > 0 ? [`${more} more`] : [])]);
  const lists = nameServers.length === 0 ? 'no name servers' : `the name servers ${servers}`;
  return `for ${inCode(domain)} the registry has ${registrarOf(catalogue, registrar).name} as registrar, and ${lists}.`;
}

function tellWorld(world: World): string {
  const domain = domainsIn(world).at(-1);
  if (domain === undefined) return 'nobody there holds a domain or hosts a zone.';
  const registrar = world.registrations.get(domain)?.registrar;
  const held =
    registrar === undefined
      ? 'is registered nowhere'
      : `is registered at ${registrarOf(world.catalogue, registrar).name}`;
  const hosts = zonesOf(world, domain).map(({ host }) => hostOf(world.catalogue, host).name);
  const zones = hosts.length === 0 ? 'has no zone' : `has ${hosts.length === 1 ? 'a zone' : 'zones'} at ${list(hosts)}`;
  return `${inCode(domain)} ${held} and ${zones}. ${leadsTo(world, domain)}`;
}
