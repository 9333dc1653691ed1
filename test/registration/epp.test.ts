import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRng } from '../../src/base/random.ts';
import { DAY, HOUR } from '../../src/base/time.ts';
import { displayName, name } from '../../src/dns/name.ts';
import { type EppCommand, eppCommands } from '../../src/registration/epp/commands.ts';
import { element, escapeXml, formatXml } from '../../src/registration/epp/xml.ts';
import { statusesOf } from '../../src/registration/statuses-of.ts';
import { type Action, decide } from '../../src/world/action.ts';
import { replay } from '../../src/world/apply.ts';
import { registryLog } from '../../src/world/registry-log.ts';
import type { World } from '../../src/world/world.ts';
import { aWorld, played, register, setNameServers, wait } from '../support/world.ts';

const domain = name('mine.com');
const of = (world: World): readonly EppCommand[] => eppCommands(registryLog(world, domain));
const DS = { type: 'DS', keyTag: 7, algorithm: 13, digestType: 2, digest: 'ab' } as const;

/** A command in a line: `hover update domain add:status …`: who, what, and the leaves below it. */
function brief({ by, xml }: EppCommand): string {
  const [, verb, rest = ''] = /<command>\s*<(\w+)([\s\S]*)/.exec(xml) ?? [];
  const op = / op="(\w+)"/.exec(rest.split('>')[0] ?? '')?.[1];
  const leaves = [...rest.matchAll(/<(?:\w+):(\w+)([^<>]*)>([^<\s][^<]*)<|<(?:\w+):(\w+)([^<>]*)\/>/g)].map(
    ([, tag, , content, empty, attributes = '']) =>
      tag === undefined
        ? `${empty}${/(?:s|op)="(\w+)"/.exec(attributes)?.[1] ? `=${/(?:s|op)="(\w+)"/.exec(attributes)?.[1]}` : ''}`
        : `${tag}=${content}`,
  );
  const kind = /<(\w+):\w+ xmlns/.exec(rest)?.[1];
  return [by, verb, ...(op ? [op] : []), kind, ...leaves.filter((leaf) => leaf !== 'name=mine.com')].join(' ');
}

const mine = register('mine.com', 'hover');
const on = (action: object): Action => ({ domain, ...action }) as Action;
const off = on({ kind: 'set-auto-renew', isOn: false });
const unlock = on({ kind: 'set-status', status: 'clientTransferProhibited', isOn: false });
const host = (...addresses: readonly string[]) => on({ kind: 'put-host', host: name('ns.mine.com'), addresses });
const code = on({ kind: 'issue-auth-code' });
const CREATED = 3;

// biome-ignore format: a table reads down its columns
test.each<[string, readonly Action[], readonly string[]]>([
  ['other name servers',               [setNameServers('mine.com', 'ns1.hover.com', 'a.dns.gandi.net')], ['hover update domain hostObj=a.dns.gandi.net hostObj=ns2.hover.com']],
  ['a status',                         [unlock], ['hover update domain status=clientTransferProhibited']],
  ['a DS, another, and none',          [on({ kind: 'set-ds', ds: [DS] }), on({ kind: 'set-ds', ds: [{ ...DS, keyTag: 8 }] }), on({ kind: 'set-ds', ds: [] })], [
    'hover update domain keyTag=7 alg=13 digestType=2 digest=AB',
    'hover update domain keyTag=7 alg=13 digestType=2 digest=AB keyTag=8 alg=13 digestType=2 digest=AB',
    'hover update domain keyTag=8 alg=13 digestType=2 digest=AB']],
  ['a host object, changed and gone',  [host('192.0.2.7'), host('192.0.2.8', '2001:db8::8'), host()], [
    'hover create host name=ns.mine.com addr=192.0.2.7',
    'hover update host name=ns.mine.com addr=192.0.2.8 addr=2001:db8::8 addr=192.0.2.7',
    'hover delete host name=ns.mine.com']],
  ['another address of the registrant', [on({ kind: 'set-contact', email: 'ines@other.example' })], ['hover update contact id=C-INES email=ines@other.example']],
  ['a renewal by hand',                [on({ kind: 'renew', years: 2 })], ['hover renew domain curExpDate=2027-03-02 period=2']],
  ['a renewal by itself',              [wait(366 * DAY)], ['hover renew domain curExpDate=2027-03-02 period=1']],
  ['what the registry does by itself', [off, wait(365 * DAY + HOUR)], []],
  ['what the registrar does to an expired one', [off, wait(366 * DAY)], ['hover update domain hostObj=dns1.hover-parked-example.net hostObj=dns2.hover-parked-example.net hostObj=ns1.hover.com hostObj=ns2.hover.com']],
  ['a deletion in the first days',     [on({ kind: 'delete-registration' })], ['hover delete domain']],
  ['a deletion later, and a return',   [wait(30 * DAY), on({ kind: 'delete-registration' }), wait(DAY), on({ kind: 'restore' })], ['hover delete domain', 'hover update domain chg restore=request']],
  ['a deletion that stands',           [wait(30 * DAY), on({ kind: 'delete-registration' }), wait(60 * DAY)], ['hover delete domain']],
  ['a transfer that nobody minds',     [wait(61 * DAY), unlock, code, on({ kind: 'transfer', registrar: 'gandi', code: '?' }), wait(6 * DAY)],
    ['hover update domain status=clientTransferProhibited', 'hover update domain pw=?', 'gandi transfer request domain pw=?', 'gandi update domain status=clientTransferProhibited']],
  ['one that is let go at once',       [wait(61 * DAY), unlock, code, on({ kind: 'transfer', registrar: 'gandi', code: '?' }), wait(HOUR), on({ kind: 'end-transfer', how: 'approve' })],
    ['hover update domain status=clientTransferProhibited', 'hover update domain pw=?', 'gandi transfer request domain pw=?', 'hover transfer approve domain', 'gandi update domain status=clientTransferProhibited']],
  ['one that is called off',           [wait(61 * DAY), unlock, code, on({ kind: 'transfer', registrar: 'gandi', code: '?' }), on({ kind: 'end-transfer', how: 'cancel' })],
    ['hover update domain status=clientTransferProhibited', 'hover update domain pw=?', 'gandi transfer request domain pw=?', 'gandi transfer cancel domain']],
  ['what only the registrar\'s books say', [off, on({ kind: 'move-account', to: 'work' })], []],
])('the commands for %s', (_, deeds, briefs) => {
  const world = deeds.reduce((current, deed) => {
    const known = current.registrations.get(domain)?.authCode;
    return played(current, 'code' in deed && known !== undefined ? ({ ...deed, code: known } as Action) : deed);
  }, played(aWorld(), mine));
  const authCode = world.history.find((event) => event.kind === 'auth-code-issued')?.code;
  const sent = of(world).slice(CREATED).map(brief);
  expect(sent.map((line) => (authCode ? line.replace(authCode, '?') : line))).toEqual(briefs);
});

describe('a registration', () => {
  test('names the registrant, then the domain with its term and name servers', () => {
    expect(of(played(aWorld(), register('mine.com', 'hover', 3))).map(brief)).toEqual([
      'hover create contact id=C-INES name=Ines city=Anytown cc=AQ email=ines@mail.example pw=not-shown-here',
      'hover create domain period=3 hostObj=ns1.hover.com hostObj=ns2.hover.com registrant=C-INES pw=not-shown-here',
      'hover update domain status=clientTransferProhibited',
    ]);
  });

  test('has the moments of its commands', () => {
    const world = played(aWorld(), mine, wait(HOUR), unlock);
    expect(of(world).map(({ at }) => at - aWorld().now)).toEqual([0, 0, 0, HOUR]);
  });

  test('is held at the registry by a command of the registrar', () => {
    const suspend = on({ kind: 'suspend', by: 'registrar', because: 'abuse' });
    const world = played(
      aWorld(),
      register('mine.com', 'gandi'),
      suspend,
      on({ kind: 'suspend', by: 'registry', because: 'court-order' }),
    );
    expect(of(world).slice(CREATED).map(brief)).toEqual(['gandi update domain status=clientHold']);
  });
});

/** The names of elements that are open where they should not be, or closed. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  for (const [, slash, tag = '', , empty] of xml
    .replace(/^<\?[^>]*\?>/, '')
    .matchAll(/<(\/?)([\w:]+)((?: [\w:]+="[^"<&]*(?:&\w+;[^"<&]*)*")*)(\/?)>/g)) {
    if (slash) {
      if (open.pop() !== tag) return [tag];
    } else if (!empty) open.push(tag);
  }
  return open;
}

test('every command is a whole document, with a number of its own', () => {
  const world = played(
    aWorld(),
    mine,
    host('192.0.2.7'),
    on({ kind: 'set-ds', ds: [DS] }),
    on({ kind: 'renew', years: 1 }),
  );
  const commands = of(world);
  for (const { xml } of commands) expect(unbalanced(xml)).toEqual([]);
  const numbers = commands.map(({ xml }) => /<clTRID>(.*)<\/clTRID>/.exec(xml)?.[1]);
  expect(new Set(numbers).size).toBe(commands.length);
});

/** What stands in the parts of a command that are called so. */
const within = (xml: string, part: string): string =>
  [...xml.matchAll(new RegExp(`<\\w+:${part}>([\\s\\S]*?)</\\w+:${part}>`, 'g'))].map(([, inner]) => inner).join();
const all = (text: string, form: RegExp): string[] => [...text.matchAll(form)].map(([, found = '']) => found);

/** What the registry has after commands: those of a kind that were added and not taken away since. */
function standing(commands: readonly EppCommand[], form: RegExp, object = ''): string[] {
  const found = new Set<string>();
  for (const { xml } of commands) {
    if (!xml.includes(object)) continue;
    if (xml.includes('<create>')) for (const each of all(xml, form)) found.add(each);
    for (const each of all(within(xml, 'rem'), form)) found.delete(each);
    for (const each of all(within(xml, 'add'), form)) found.add(each);
    if (xml.includes('<delete>')) found.clear();
  }
  return [...found].toSorted();
}

test('whoever carries out the commands has what the registry has', () => {
  const servers = fc.uniqueArray(
    fc.constantFrom('ns1.hover.com', 'ns2.hover.com', 'a.dns.gandi.net', 'b.dns.gandi.net'),
    { minLength: 2 },
  );
  const statuses = fc.constantFrom('clientTransferProhibited', 'clientDeleteProhibited', 'clientRenewProhibited');
  const deed: fc.Arbitrary<Action> = fc.oneof(
    servers.map((names) => setNameServers('mine.com', ...names)),
    fc.record({ status: statuses, isOn: fc.boolean() }).map((each) => on({ kind: 'set-status', ...each })),
    fc.subarray([7, 8, 9]).map((tags) => on({ kind: 'set-ds', ds: tags.map((keyTag) => ({ ...DS, keyTag })) })),
    fc.subarray(['192.0.2.7', '2001:db8::7']).map((addresses) => host(...addresses)),
    fc.constantFrom(wait(HOUR), code, on({ kind: 'renew', years: 1 })),
    fc.constantFrom('abuse', 'unpaid').map((because) => on({ kind: 'suspend', by: 'registrar', because })),
    fc.constant(on({ kind: 'ask-release', of: 'registrar' })),
  );
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), fc.constantFrom('hover', 'gandi'), (deeds, registrar) => {
      const world = deeds.reduce(
        (current, each) => {
          const decision = decide(current, 'Ines', each, seededRng(1));
          return decision.kind === 'accepted' ? replay(current, decision.events) : current;
        },
        played(aWorld(), register('mine.com', registrar)),
      );
      const registration = world.registrations.get(domain)!;
      const commands = of(world);
      const own = 'xmlns:domain=';
      expect(standing(commands, /<domain:hostObj>([^<]+)</g, own)).toEqual(
        registration.nameServers.map(displayName).toSorted(),
      );
      expect(standing(commands, /<secDNS:keyTag>(\d+)</g, own)).toEqual(
        (registration.ds ?? []).map(({ keyTag }) => `${keyTag}`).toSorted(),
      );
      expect(standing(commands, /<host:addr ip="v\d">([^<]+)</g, 'xmlns:host=')).toEqual(
        (registration.hosts ?? []).flatMap(({ addresses }) => addresses).toSorted(),
      );
      const client = statusesOf(registration).filter((each) => each.startsWith('client'));
      expect(standing(commands, /<domain:status s="(\w+)"/g, own)).toEqual(client.toSorted());
    }),
    { numRuns: 150, seed: 20_261_126 },
  );
});

test('nothing that is written into a document ends an element or begins one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const xml = formatXml(element('a', [element('b', text, { c: text })]));
      expect(xml.match(/</g)).toHaveLength(text === '' ? 4 : 5);
      expect(escapeXml(text)).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|apos);)/);
    }),
  );
  expect(escapeXml('a\u0000<b>&"\'')).toBe('a\u{FFFD}&lt;b&gt;&amp;&quot;&apos;');
});
