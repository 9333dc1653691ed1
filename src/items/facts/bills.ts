import { NANOS_PER_CENT, type Nanos } from '../../base/money.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { sumOf } from '../../world/bill.ts';
import { hostOf, registrarOf } from '../../world/catalogue.ts';
import { queryFee, zoneFee } from '../../world/hosting-fees.ts';
import type { Arguments, Fact, FactProblem } from '../fact.ts';
import type { Value } from '../value.ts';

const MILLION = 1_000_000;

/** Facts about whole bills: what is asked for, by the price lists, and what has been paid by now. */
export const BILL_FACTS: Readonly<Record<string, Fact>> = {
  'yearly-fee': {
    type: 'money',
    about: 'what the registrar asks for a year of the domain; invented, so a sum of it says what it is in its stem',
    args: {},
    compute: (scenario) => {
      const fee = feeOfYear(scenario);
      return fee === undefined ? { problem: 'the registrar does not sell the suffix' } : { type: 'money', amount: fee };
    },
  },
  'zone-monthly-fee': {
    type: 'money',
    about: 'what a DNS host asks a month for a zone: the first of an account, or that at a place from 1',
    args: { at: 'host', place: 'number' },
    compute: (scenario, { at, place = '1' }) => ({
      type: 'money',
      amount: zoneFee(hostAt(scenario, at), Number(place)),
    }),
  },
  'bill-of': {
    type: 'money',
    about:
      'what so many years of the domain come to with so many months of zones in one account at a DNS host, and millions of queries in each of them',
    args: { at: 'host', years: 'number', months: 'number', zones: 'number', millions: 'number' },
    compute: (scenario, args) => wholeCents(billOf(scenario, args), 'the bill'),
  },
  'paid-by-now': {
    type: 'money',
    about: 'what the registrant has paid by now for the domain and its zones, to everybody, or for one thing',
    args: { for: 'purpose' },
    compute: ({ world, cast }, { for: purpose }) => {
      const paid = world.ledger.filter(
        ({ from, purpose: what }) =>
          from.kind === 'registrant' && from.id === cast.registrant && (purpose === undefined || what === purpose),
      );
      return wholeCents(sumOf(paid), 'what was paid');
    },
  },
};

const hostAt = ({ catalogue, cast }: Scenario, at: string | undefined) =>
  hostOf(catalogue, at === 'old-host' ? cast.oldHost : cast.host);

const feeOfYear = ({ catalogue, cast }: Scenario): number | undefined =>
  registrarOf(catalogue, cast.registrar).yearlyFee.get(cast.suffix);

function billOf(scenario: Scenario, args: Arguments): Nanos {
  const { years = '0', months = '0', zones = '1', millions = '0' } = args;
  const host = hostAt(scenario, args.at);
  const places = Array.from({ length: Number(zones) }, (_, index) => index + 1);
  const ofZones = places.reduce((sum, place) => sum + zoneFee(host, place), 0) * NANOS_PER_CENT;
  const ofMonth = ofZones + queryFee(host, Number(millions) * MILLION);
  return Number(years) * (feeOfYear(scenario) ?? 0) * NANOS_PER_CENT + Number(months) * ofMonth;
}

const wholeCents = (sum: Nanos, what: string): Value | FactProblem =>
  sum % NANOS_PER_CENT === 0
    ? { type: 'money', amount: sum / NANOS_PER_CENT }
    : { problem: `${what} does not come to whole cents` };
