import { assertNever, fail, ok, type Result } from '../base/result.ts';
import { type Name, parseName } from '../dns/name.ts';
import type { Suspension } from '../registration/registration.ts';
import { PROHIBITIONS } from '../registration/status.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Action } from '../world/action.ts';
import { REGISTRAR_VERBS, readVerb, registrarNamed } from '../world/registrar-verbs.ts';

/**
 * What happens at a registrar or a registry. `registrar: unlock {domain}` is read as after `/registrar`. `transfer`
 * takes the domain and the gaining registrar, with whatever auth code was issued; `end-transfer` one of `approve`,
 * `reject`, `cancel` and the domain. `give` takes the domain and an account at the same registrar; `end-offer` one of
 * `accept`, `reject`, `cancel`, the domain and that account, with whatever password was given. `set-name-servers` takes the domain and names, or places in a zone's set:
 * `host:*`, `host:1`, `old-host:2`, `host:org` for that under a suffix, and `host:3~` with a slip of the pen. `publish-ds` takes `host` or `old-host`;
 * `withdraw-ds` the domain. `imposed` is what nobody asked for: `hold {domain} registrar abuse`,
 * `hold {domain} registry dispute`, `card-declined {domain}`, `status {domain} serverUpdateProhibited on`.
 */
export const REGISTRAR_HAPPENINGS = [
  'registrar',
  'transfer',
  'end-transfer',
  'give',
  'end-offer',
  'set-name-servers',
  'publish-ds',
  'withdraw-ds',
  'imposed',
] as const;

/** The action of a happening at a registrar or a registry, its words filled in. Refuses, in a sentence for its author. */
export function toRegistrarAction(
  what: (typeof REGISTRAR_HAPPENINGS)[number],
  text: string,
  scenario: Scenario,
): Result<Action, string> {
  const [first = '', second = '', ...rest] = text.split(/\s+/);
  const { cast, catalogue } = scenario;
  switch (what) {
    case 'registrar': {
      const verb = REGISTRAR_VERBS.find((each) => each === first);
      const domain = parseName(second);
      if (!verb || !domain.ok) return fail(`\`registrar: ${text}\` is not a verb and a domain, as \`unlock {domain}\``);
      return readVerb(catalogue, verb, domain.value, rest.join(' '));
    }
    case 'transfer':
      return toTransfer(text, scenario);
    case 'end-transfer': {
      const how = (['approve', 'reject', 'cancel'] as const).find((each) => each === first);
      const domain = parseName(second);
      return how && domain.ok
        ? ok({ kind: 'end-transfer', domain: domain.value, how })
        : fail(`\`end-transfer: ${text}\` is not one of approve, reject, cancel and a domain`);
    }
    case 'give': {
      const domain = parseName(first);
      return domain.ok && first !== '' && second !== '' && rest.length === 0
        ? ok({ kind: 'offer-account', domain: domain.value, to: second })
        : fail(`\`give: ${text}\` is not a domain and an account, as \`{domain} work\``);
    }
    case 'end-offer':
      return toOfferEnd(text, scenario);
    case 'set-name-servers':
      return toNameServers([second, ...rest], first, scenario);
    case 'publish-ds': {
      const host = first === 'host' ? cast.host : first === 'old-host' ? cast.oldHost : undefined;
      if (host === undefined) return fail(`\`${what}: ${text}\` is not \`host\` or \`old-host\``);
      return ok({ kind: 'copy-ds', domain: cast.domain, host });
    }
    case 'withdraw-ds': {
      const domain = parseName(first);
      return domain.ok && first !== ''
        ? ok({ kind: 'set-ds', domain: domain.value, ds: [] })
        : fail(`\`withdraw-ds: ${text}\` is not a domain`);
    }
    case 'imposed':
      return toImposed(text.split(/\s+/));
    default:
      return assertNever(what);
  }
}

function toTransfer(text: string, { world, catalogue }: Scenario): Result<Action, string> {
  const [domainText = '', ...to] = text.split(/\s+/);
  const domain = parseName(domainText);
  const registrar = registrarNamed(catalogue, to.join(' '));
  if (!domain.ok || registrar === undefined)
    return fail(`\`transfer: ${text}\` is not a domain and a registrar, as \`{domain} {gaining}\``);
  const code = world.registrations.get(domain.value)?.authCode;
  return ok({ kind: 'transfer', domain: domain.value, registrar, ...(code === undefined ? {} : { code }) });
}

function toOfferEnd(text: string, { world }: Scenario): Result<Action, string> {
  const [word, domainText = '', account] = text.split(/\s+/);
  const how = (['accept', 'reject', 'cancel'] as const).find((each) => each === word);
  const domain = parseName(domainText);
  if (!how || !domain.ok || domainText === '')
    return fail(`\`end-offer: ${text}\` is not one of accept, reject, cancel and a domain and an account`);
  const password = how === 'accept' ? world.registrations.get(domain.value)?.offer?.password : undefined;
  return ok({
    ...{ kind: 'end-offer', how, domain: domain.value },
    ...(account === undefined ? {} : { account }),
    ...(password === undefined ? {} : { password }),
  });
}

function toNameServers(words: readonly string[], domainText: string, scenario: Scenario): Result<Action, string> {
  const domain = parseName(domainText);
  const sets = words.map((word) => namesOf(word, scenario));
  const broken = sets.find((set) => !set.ok);
  if (broken && !broken.ok) return broken;
  if (!domain.ok) return fail(`\`${domainText}\` is not a domain`);
  const nameServers = sets.flatMap((set) => (set.ok ? set.value : []));
  return ok({ kind: 'set-name-servers', domain: domain.value, nameServers });
}

/** A name as it is written, or some of a zone's name servers. */
function namesOf(word: string, { world, cast }: Scenario): Result<readonly Name[], string> {
  const [, at, place = '', slip] = /^(host|old-host):(\*|\d+|[a-z][a-z.]*)(~?)$/.exec(word) ?? [];
  if (at === undefined) {
    const name = parseName(word);
    return name.ok && word.includes('.') ? ok([name.value]) : fail(`\`${word}\` is no name server, nor \`host:1\``);
  }
  const host = at === 'host' ? cast.host : cast.oldHost;
  const zone = [...world.hostedZones.values()].findLast(
    (each) => each.host === host && each.zone.origin === cast.domain,
  );
  const all = zone?.nameServers ?? [];
  const isChosen = (server: Name, index: number) =>
    place === '*' || /^\d/.test(place) ? place === '*' || index === Number(place) - 1 : server.endsWith(`.${place}.`);
  const chosen = all.filter(isChosen);
  if (chosen.length === 0) return fail(`\`${word}\`: there is no such name server`);
  return ok(slip === '~' ? chosen.flatMap(withSlip) : chosen);
}

/** The name as a hurried person writes it: the last two characters of its first label the wrong way round. */
function withSlip(name: Name): readonly Name[] {
  const [label = '', ...rest] = name.split('.');
  const slipped = [`${label.slice(0, -2)}${label.slice(-1)}${label.slice(-2, -1)}`, ...rest].join('.');
  const parsed = parseName(slipped === name ? `x${slipped}` : slipped);
  return parsed.ok ? [parsed.value] : [];
}

const REASONS = [
  'expired',
  'unverified',
  'unpaid',
  'abuse',
  'court-order',
  'dispute',
] as const satisfies readonly Suspension['because'][];

function toImposed([what = '', domainText = '', ...rest]: readonly string[]): Result<Action, string> {
  const parsed = parseName(domainText);
  const wrong = fail(`\`imposed: ${[what, domainText, ...rest].join(' ')}\` is none of those that can be imposed`);
  if (!parsed.ok || domainText === '') return wrong;
  const { value: domain } = parsed;
  const [first = '', second = ''] = rest;
  if (what === 'card-declined') return ok({ kind: 'decline-card', domain });
  if (what === 'hold') {
    const because = REASONS.find((each) => each === second);
    if (because === undefined || (first !== 'registrar' && first !== 'registry')) return wrong;
    return ok({ kind: 'suspend', domain, by: first, because });
  }
  const status = PROHIBITIONS.find((each) => each === first);
  if (what !== 'status' || status === undefined || (second !== 'on' && second !== 'off')) return wrong;
  return ok({ kind: 'impose-status', domain, status, isOn: second === 'on' });
}
