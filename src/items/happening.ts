import { fail, ok, type Result } from '../base/result.ts';
import { parseDuration } from '../base/time.ts';
import { parseName } from '../dns/name.ts';
import { parseRdata } from '../dns/rdata/text.ts';
import { parseType } from '../dns/rr-type.ts';
import type { Cast } from '../scenario/cast.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Action } from '../world/action.ts';
import { RESOLVER } from '../world/ask.ts';
import { findResolver, RESOLVER_IDS } from '../world/resolvers.ts';
import { fillText } from './fill-text.ts';
import { REGISTRAR_HAPPENINGS, toRegistrarAction } from './registrar-happening.ts';

const ZONE_HAPPENINGS = ['create-zone', 'delete-zone', 'delegate-to'] as const;
const RECORD_HAPPENINGS = ['add-record', 'change-record', 'remove-record'] as const;
/** The words for what an item or a lesson may let happen. */
export const HAPPENINGS = [
  'register',
  'wait',
  'look-up',
  ...ZONE_HAPPENINGS,
  ...RECORD_HAPPENINGS,
  ...REGISTRAR_HAPPENINGS,
] as const;

/** Something that an item lets happen before it asks, or a lesson at a step: `wait: 2d`, `look-up: www.{domain} A`, `delegate-to: host` … */
export interface Happening {
  readonly do: (typeof HAPPENINGS)[number];
  readonly with: string;
}

/**
 * The action of a happening. `register` takes `registrar`. `create-zone`, `delete-zone` and `delegate-to` take `host` or `old-host`; the record ones
 * take that, a name, a type and a value, as `host www.{domain} A 203.0.113.9`. Those at a registrar: registrar-happening.ts.
 */
export function toAction(happening: Happening, scenario: Scenario): Result<Action, string> {
  const filled = fillText(happening.with, scenario);
  if (!filled.ok) return filled;
  const words = filled.value.trim().split(/\s+/);
  switch (happening.do) {
    case 'register':
      return toPurchase(words, scenario.cast);
    case 'wait':
      return toWait(filled.value);
    case 'look-up':
      return toQuestion(words);
    case 'create-zone':
    case 'delete-zone':
    case 'delegate-to':
      return toZoneAction(happening.do, words, scenario.cast);
    case 'add-record':
    case 'change-record':
    case 'remove-record':
      return toRecordAction(happening.do, words, scenario.cast);
    default:
      return toRegistrarAction(happening.do, filled.value.trim(), scenario);
  }
}

function toPurchase([at = '']: readonly string[], { domain, registrar }: Cast): Result<Action, string> {
  return at === 'registrar'
    ? ok({ kind: 'register', domain, registrar })
    : fail(`\`register: ${at}\` is not \`registrar\``);
}

function toWait(text: string): Result<Action, string> {
  const span = parseDuration(text);
  return span.ok ? ok({ kind: 'wait', span: span.value }) : fail(`\`wait: ${text}\` is not a span of time`);
}

function toQuestion([nameText = '', ...words]: readonly string[]): Result<Action, string> {
  const whom = words.find((word) => word.startsWith('@'));
  const [typeText = 'A'] = words.filter((word) => word !== whom);
  const qname = parseName(nameText);
  const qtype = parseType(typeText);
  const resolver = findResolver(whom?.slice(1) ?? RESOLVER);
  if (!qname.ok || !qtype) return fail(`\`look-up: ${nameText} ${typeText}\` is not a name and a record type`);
  if (!resolver)
    return fail(`\`${whom}\` is not a resolver; known are ${RESOLVER_IDS.map((id) => `@${id}`).join(', ')}`);
  return ok({ kind: 'ask', question: { qname: qname.value, qtype }, resolver: resolver.id });
}

function toZoneAction(
  what: (typeof ZONE_HAPPENINGS)[number],
  [at = '']: readonly string[],
  cast: Cast,
): Result<Action, string> {
  const host = hostAt(at, cast);
  if (host === undefined) return fail(`\`${what}: ${at}\` is not \`host\` or \`old-host\``);
  const { domain } = cast;
  return ok(
    what === 'delegate-to' ? { kind: 'copy-name-servers', domain, host } : { kind: what, origin: domain, host },
  );
}

function toRecordAction(
  what: (typeof RECORD_HAPPENINGS)[number],
  [at = '', ownerText = '', typeText = '', ...value]: readonly string[],
  cast: Cast,
): Result<Action, string> {
  const host = hostAt(at, cast);
  const owner = parseName(ownerText);
  const type = parseType(typeText);
  if (host === undefined || !owner.ok || !type) {
    return fail(`\`${what}\` takes \`host\` or \`old-host\`, a name, a type and a value`);
  }
  const zone = { kind: 'put-record', origin: cast.domain, host } as const;
  if (what === 'remove-record') return ok({ ...zone, request: { action: 'remove', owner: owner.value, type } });
  const rdata = parseRdata(type, value.join(' '));
  if (!rdata.ok) return fail(`\`${value.join(' ')}\` is not the data of a ${type} record: ${rdata.problem}`);
  const action = what === 'add-record' ? 'add' : 'change';
  return ok({ ...zone, request: { action, owner: owner.value, rdata: rdata.value } });
}

function hostAt(word: string, { host, oldHost }: Cast): string | undefined {
  if (word === 'host') return host;
  return word === 'old-host' ? oldHost : undefined;
}
