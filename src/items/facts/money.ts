import type { Scenario } from '../../scenario/scenario.ts';
import { hostOf, registrarOf, registryOf } from '../../world/catalogue.ts';
import type { Payment } from '../../world/event.ts';
import type { Party } from '../../world/party.ts';
import type { Arguments, Fact, FactProblem } from '../fact.ts';
import type { Value } from '../value.ts';

/** Facts about who paid whom, read off the ledger. `for` is `registration`, `renewal`, `wholesale` or `zone`. */
export const MONEY_FACTS: Readonly<Record<string, Fact>> = {
  payee: {
    type: 'role',
    about: 'the part that is paid for something',
    args: { for: 'purpose' },
    compute: (scenario, args) => ofPayment(scenario, args, ({ to }) => partOf(to)),
  },
  payer: {
    type: 'role',
    about: 'the part that pays for something',
    args: { for: 'purpose' },
    compute: (scenario, args) => ofPayment(scenario, args, ({ from }) => partOf(from)),
  },
  'payee-company': {
    type: 'company',
    about: 'the company that is paid for something',
    args: { for: 'purpose' },
    compute: (scenario, args) => ofPayment(scenario, args, ({ to }) => company(scenario, to)),
  },
  'payment-period': {
    type: 'period',
    about: 'how often something is paid for',
    args: { for: 'purpose' },
    compute: (scenario, args) =>
      ofPayment(scenario, args, ({ period }) =>
        period === 'once' ? { problem: 'it is paid for once' } : { type: 'period', period },
      ),
  },
  'payment-amount': {
    type: 'money',
    about: 'what was paid the first time for something (only zone fees rest on a source)',
    args: { for: 'purpose' },
    compute: (scenario, args) => ofPayment(scenario, args, ({ amount }) => ({ type: 'money', amount })),
  },
  'payment-count': {
    type: 'count',
    about: 'how many payments were made for something so far',
    args: { for: 'purpose' },
    compute: (scenario, args) => ({ type: 'count', count: payments(scenario, args).length }),
  },
};

function ofPayment(
  scenario: Scenario,
  args: Arguments,
  value: (payment: Payment) => Value | FactProblem,
): Value | FactProblem {
  const [payment] = payments(scenario, args);
  return payment ? value(payment) : { problem: `nobody has paid for ${args.for} at this stage` };
}

const payments = ({ world, cast }: Scenario, args: Arguments): readonly Payment[] =>
  world.ledger.filter(({ purpose, subject }) => purpose === args.for && subject === cast.domain);

const partOf = ({ kind }: Party): Value | FactProblem =>
  kind === 'icann' ? { problem: 'ICANN is none of the parts that are asked for' } : { type: 'role', role: kind };

function company({ catalogue }: Scenario, party: Party): Value {
  switch (party.kind) {
    case 'registrant':
      return { type: 'company', name: party.id, aliases: [] };
    case 'registrar': {
      const { name, aliases } = registrarOf(catalogue, party.id);
      return { type: 'company', name, aliases };
    }
    case 'registry': {
      const { name, aliases } = registryOf(catalogue, party.id);
      return { type: 'company', name, aliases };
    }
    case 'dns-host': {
      const { name, aliases } = hostOf(catalogue, party.id);
      return { type: 'company', name, aliases };
    }
    case 'icann':
      return { type: 'company', name: 'ICANN', aliases: [] };
  }
}
