import { describe, expect, test } from 'vitest';
import { DAY, later } from '../../src/base/time.ts';
import { name } from '../../src/dns/name.ts';
import { eppCommands } from '../../src/registration/epp/commands.ts';
import { accountOf } from '../../src/registration/registration.ts';
import type { Action } from '../../src/world/action.ts';
import { upcoming } from '../../src/world/befall.ts';
import { registryLog } from '../../src/world/registry-log.ts';
import type { World } from '../../src/world/world.ts';
import { aWorld, played, refusalOf, register, wait } from '../support/world.ts';

const DOMAIN = name('mine.com');
const HELD = played(aWorld(), register('mine.com', 'route53'));
const give = (to = 'work', account?: string): Action => ({
  ...{ kind: 'offer-account', domain: DOMAIN, to },
  ...(account === undefined ? {} : { account }),
});
const end = (how: 'accept' | 'reject' | 'cancel', account?: string, password?: string): Action => ({
  ...{ kind: 'end-offer', domain: DOMAIN, how },
  ...(account === undefined ? {} : { account }),
  ...(password === undefined ? {} : { password }),
});
const of = (world: World) => world.registrations.get(DOMAIN)!;
const OFFERED = played(HELD, give());
const PASSWORD = of(OFFERED).offer?.password ?? '';
const accept = end('accept', 'work', PASSWORD);

describe('a registration that is offered to another account of its registrar', () => {
  test('is there once that accepts with the password, and the registry hears nothing', () => {
    const then = played(OFFERED, wait(3 * DAY - 1000), accept);
    expect([accountOf(of(OFFERED)), accountOf(of(then)), of(then).offer]).toEqual(['Ines', 'Ines/work', undefined]);
    expect(eppCommands(registryLog(then, DOMAIN))).toEqual(eppCommands(registryLog(HELD, DOMAIN)));
    expect(then.hostedZones.get('Z1')?.customer).toBe('Ines');
    const { account: _, ...rest } = of(then);
    expect(rest).toEqual(of(HELD));
  });

  test('stays where it is when nobody has accepted after three days, and not a second sooner', () => {
    const until = later(OFFERED.now, 3 * DAY);
    expect(upcoming(OFFERED).filter((due) => 'due' in due && due.due.what === 'offer')).toMatchObject([{ at: until }]);
    expect(of(played(OFFERED, wait(3 * DAY - 1))).offer).toBeDefined();
    const expired = played(OFFERED, wait(3 * DAY));
    expect([of(expired).offer, accountOf(of(expired))]).toEqual([undefined, 'Ines']);
    expect(refusalOf(expired, accept)).toMatchObject({ reason: 'no-offer' });
  });

  test.each(['reject', 'cancel'] as const)('stays where it is after %s, and may be offered again', (how) => {
    const then = played(OFFERED, end(how, how === 'reject' ? 'work' : undefined));
    expect(accountOf(of(then))).toBe('Ines');
    expect(refusalOf(then, give())).toBeUndefined();
  });

  test('goes back by another offer, to the account by their name', () => {
    const back = played(OFFERED, accept, give('Ines', 'work'));
    expect(accountOf(of(played(back, end('accept', undefined, of(back).offer?.password))))).toBe('Ines');
  });

  test('is offered no longer once it has moved otherwise', () => {
    expect(of(played(OFFERED, { kind: 'move-account', domain: DOMAIN, to: 'home' })).offer).toBeUndefined();
  });
});

const atHover = played(aWorld(), register('mine.com', 'hover'));
// biome-ignore format: a table reads down its columns
test.each([
  ['by another person',                     HELD,                           give(), 'Ravi',                'not-your-domain'],
  ['from an account that it is not in',     HELD,                           give('home', 'work'), 'Ines',  'in-other-account'],
  ['to the account that it is in',          HELD,                           give('Ines'), 'Ines',          'as-wanted'],
  ['twice',                                 OFFERED,                        give('home'), 'Ines',          'offer-pending'],
  ['at a registrar without such offers',    atHover,                        give(), 'Ines',                'no-account-offers'],
  ['without a password',                    OFFERED,                        end('accept', 'work'), 'Ines', 'wrong-password'],
  ['with a wrong one',                      OFFERED,                        end('accept', 'work', 'x'), 'Ines', 'wrong-password'],
  ['taken by a third account',              OFFERED,                        end('accept', 'home', PASSWORD), 'Ines', 'not-offered-to'],
  ['rejected by the account that it is in', OFFERED,                        end('reject'), 'Ines',         'not-offered-to'],
  ['cancelled by the account it is offered to', OFFERED,                    end('cancel', 'work'), 'Ines', 'in-other-account'],
  ['taken by another person',               OFFERED,                        accept, 'Ravi',                'not-your-domain'],
  ['that is nobody\'s',                     aWorld(),                       accept, 'Ines',                'not-registered'],
] as const)('an offer is refused %s', (_, world, action, who, reason) => {
  expect(refusalOf(world, action, who)).toMatchObject({ reason });
});
