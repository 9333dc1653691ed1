import { expect, test } from 'vitest';
import { name } from '../../src/dns/name.ts';
import { parseRdata } from '../../src/dns/rdata/text.ts';
import type { RRType } from '../../src/dns/record.ts';
import type { RecordRequest } from '../../src/hosting/decide-record.ts';
import { chanceIn } from '../../src/tutor/chance-in.ts';
import { commandFor } from '../../src/tutor/command-for.ts';
import { handleLine } from '../../src/tutor/handle.ts';
import { openStored } from '../../src/tutor/worlds.ts';
import { type Action, decide } from '../../src/world/action.ts';
import { aTutor, START } from '../support/tutor.ts';

const DOMAIN = name('quillcove-example.com');
const WWW = name('www.quillcove-example.com');
const HOST = 'route53';
const at = { origin: DOMAIN, host: HOST } as const;
const ACCOUNT = { platform: 'terminal', space: 'here', user: 'anna' } as const;

const SETUP = [
  '/register quillcove-example.com hover',
  '/host quillcove-example.com route53',
  '/record add www.quillcove-example.com A 203.0.113.7 at=route53',
  '/dnssec sign quillcove-example.com route53',
  '/host windhollow-example.com route53',
  '/host private tidelamp-example.net route53 network=office',
  '/host associate tidelamp-example.net route53 network=vpc',
  '/record add tidelamp-example.net ALIAS www.tidelamp-example.net',
  '/register harborlight-example.com route53',
  '/register saltmarsh-example.com route53',
  '/transfer give saltmarsh-example.com account=work',
  '/host create amberford-example.com route53 set=new',
  '/host delete amberford-example.com route53',
  '/host create amberford-example.net route53 set=new account=work',
  '/host delete amberford-example.net route53 account=work',
];

const put = (request: RecordRequest): Action => ({ kind: 'put-record', ...at, request });
function holding(type: RRType, text: string) {
  const rdata = parseRdata(type, text);
  if (!rdata.ok) throw new Error(rdata.problem);
  return rdata.value;
}

// biome-ignore format: a table reads down its columns
test.each<[string, Action]>([
  ['/register tidelamp-example.org hover',                                         { kind: 'register', domain: name('tidelamp-example.org'), registrar: 'hover' }],
  ['/host create tidelamp-example.org route53',                                    { kind: 'create-zone', origin: name('tidelamp-example.org'), host: HOST }],
  ['/host delete windhollow-example.com route53 zone=Z3',                          { kind: 'delete-zone', origin: name('windhollow-example.com'), host: HOST, id: 'Z3' }],
  ['/record add quillcove-example.com MX 10 mail.quillcove-example.com. at=route53', put({ action: 'add', owner: DOMAIN, rdata: holding('MX', '10 mail.quillcove-example.com.') })],
  ['/record add quillcove-example.com TXT "v=spf1 zone=Z9 -all" "say \\"x\\"" at=route53 ttl=1m', put({ action: 'add', owner: DOMAIN, rdata: holding('TXT', '"v=spf1 zone=Z9 -all" "say \\"x\\""'), ttl: 60 })],
  ['/record change www.quillcove-example.com A 203.0.113.8 at=route53 ttl=5m',     put({ action: 'change', owner: WWW, rdata: holding('A', '203.0.113.8'), ttl: 300 })],
  ['/record change www.quillcove-example.com A 203.0.113.8 at=route53 zone=Z2',    { ...put({ action: 'change', owner: WWW, rdata: holding('A', '203.0.113.8') }), id: 'Z2' } as Action],
  ['/record remove www.quillcove-example.com A at=route53',                        put({ action: 'remove', owner: WWW, type: 'A' })],
  ['/record remove www.quillcove-example.com A 203.0.113.7 at=route53',            put({ action: 'remove', owner: WWW, type: 'A', rdata: holding('A', '203.0.113.7') })],
  ['/delegate quillcove-example.com dns1.registrar-servers.com dns2.registrar-servers.com',                  { kind: 'set-name-servers', domain: DOMAIN, nameServers: [name('dns1.registrar-servers.com'), name('dns2.registrar-servers.com')] }],
  ['/delegate quillcove-example.com route53',                                      { kind: 'copy-name-servers', domain: DOMAIN, host: HOST }],
  ['/delegate quillcove-example.com route53 zone=Z2',                              { kind: 'copy-name-servers', domain: DOMAIN, host: HOST, id: 'Z2' }],
  ['/dnssec sign quillcove-example.com hover',                                     { kind: 'sign-zone', origin: DOMAIN, host: 'hover' }],
  ['/dnssec unsign quillcove-example.com route53',                                 { kind: 'unsign-zone', ...at }],
  ['/dnssec publish quillcove-example.com route53',                                { kind: 'copy-ds', domain: DOMAIN, host: HOST }],
  ['/transfer give harborlight-example.com account=work',                          { kind: 'offer-account', domain: name('harborlight-example.com'), to: 'work' }],
  ['/transfer reject saltmarsh-example.com account=work',                          { kind: 'end-offer', domain: name('saltmarsh-example.com'), how: 'reject', account: 'work' }],
  ['/transfer cancel saltmarsh-example.com',                                       { kind: 'end-offer', domain: name('saltmarsh-example.com'), how: 'cancel' }],
  ['/host create tidelamp-example.org route53 account=work',                       { kind: 'create-zone', origin: name('tidelamp-example.org'), host: HOST, account: 'work' }],
  ['/host create tidelamp-example.org route53 set=new',                            { kind: 'create-zone', origin: name('tidelamp-example.org'), host: HOST, delegationSet: 'new' }],
  ['/host private tidelamp-example.org route53 network=office',                    { kind: 'create-zone', origin: name('tidelamp-example.org'), host: HOST, network: 'office' }],
  ['/host reuse windhollow-example.com route53 zone=Z3',                           { kind: 'reuse-name-servers', origin: name('windhollow-example.com'), host: HOST, id: 'Z3' }],
  ['/host white-label quillcove-example.com route53',                              { kind: 'white-label', ...at }],
  ['/host unset at=route53 set=N1',                                                { kind: 'delete-delegation-set', host: HOST, set: 'N1' }],
  ['/host unset at=route53 set=N2 account=work',                                   { kind: 'delete-delegation-set', host: HOST, set: 'N2', account: 'work' }],
  ['/host associate tidelamp-example.net route53 network=lab',                     { kind: 'associate-network', origin: name('tidelamp-example.net'), host: HOST, network: 'lab' }],
  ['/host disassociate tidelamp-example.net route53 network=vpc',                  { kind: 'disassociate-network', origin: name('tidelamp-example.net'), host: HOST, network: 'vpc' }],
  ['/record add quillcove-example.com ALIAS www.quillcove-example.com at=route53', { kind: 'put-alias', ...at, owner: DOMAIN, target: WWW }],
  ['/record remove tidelamp-example.net ALIAS at=route53',                        { kind: 'remove-alias', origin: name('tidelamp-example.net'), host: HOST, owner: name('tidelamp-example.net') }],
  ['/registrar unlock quillcove-example.com transfer',                             { kind: 'set-status', domain: DOMAIN, status: 'clientTransferProhibited', isOn: false }],
  ['/registrar renew quillcove-example.com 2',                                     { kind: 'renew', domain: DOMAIN, years: 2 }],
  ['/registrar auto-renew quillcove-example.com off',                              { kind: 'set-auto-renew', domain: DOMAIN, isOn: false }],
  ['/registrar glue quillcove-example.com ns1.quillcove-example.com 198.51.100.1', { kind: 'put-host', domain: DOMAIN, host: name('ns1.quillcove-example.com'), addresses: ['198.51.100.1'] }],
  ['/registrar code quillcove-example.com',                                        { kind: 'issue-auth-code', domain: DOMAIN }],
  ['/registrar contact quillcove-example.com ann@quillcove-example.com',           { kind: 'set-contact', domain: DOMAIN, email: 'ann@quillcove-example.com' }],
  ['/registrar delete quillcove-example.com',                                      { kind: 'delete-registration', domain: DOMAIN }],
  ['/wait 2d3h',                                                                   { kind: 'wait', span: 51 * 3_600_000 }],
  ['/dig www.quillcove-example.com A',                                             { kind: 'ask', question: { qname: WWW, qtype: 'A' }, resolver: 'resolver' }],
  ['/dig quillcove-example.com DNSKEY @validating',                                { kind: 'ask', question: { qname: DOMAIN, qtype: 'DNSKEY' }, resolver: 'validating' }],
])('%s does what it was made of', async (line, action) => {
  expect(commandFor(action)).toBe(line);
  const tutor = await aTutor();
  const { deps } = tutor;
  for (const each of SETUP) await handleLine(deps, ACCOUNT, START, each);
  const { sandbox = '' } = await tutor.store.desk(await tutor.learner());
  const open = async () => (await openStored(deps, sandbox))!;
  const before = await open();
  const decision = decide(before.world, before.actor, action, chanceIn(before.world, before.seed));
  await handleLine(deps, ACCOUNT, START, line);
  const { history } = (await open()).world;
  expect(history.slice(before.world.history.length)).toEqual(decision.kind === 'accepted' ? decision.events : 'refused');
});

test('what a line cannot say has no command', () => {
  expect(commandFor({ kind: 'set-name-servers', domain: DOMAIN, nameServers: [] })).toBeUndefined();
  expect(commandFor({ kind: 'suspend', domain: DOMAIN, by: 'registry', because: 'abuse' } as never)).toBeUndefined();
});

test('an offer between accounts names both, and its password', () => {
  const offer = { kind: 'offer-account', domain: DOMAIN, to: 'work', account: 'home' } as const;
  const taken = { kind: 'end-offer', domain: DOMAIN, how: 'accept', account: 'work', password: 'k3x7' } as const;
  const back = { kind: 'end-offer', domain: DOMAIN, how: 'cancel', account: 'home' } as const;
  expect([offer, taken, back].map(commandFor)).toEqual([
    '/transfer give quillcove-example.com account=work from=home',
    '/transfer accept quillcove-example.com account=work code=k3x7',
    '/transfer cancel quillcove-example.com from=home',
  ]);
});
