import { formatExact, type Nanos } from '../base/money.ts';
import { startOfNextMonth, yearsLater } from '../base/time.ts';
import { balances, type Flow, flowsByMonth, flowsOf, monthOf, paymentsUntil, sumOf } from '../world/bill.ts';
import type { Payment } from '../world/event.ts';
import type { World } from '../world/world.ts';
import { capitalised, counted, dayOf, partyWords } from './names.ts';
import { type Block, code, fields, heading, text } from './reply.ts';
import { purposeWords } from './tell-events.ts';

const MOST_MONTHS = 3;
const MOST_FLOWS = 10;

/** Who paid whom for what, month by month, and what that leaves each of them. */
export function paidBlocks({ catalogue }: World, ledger: readonly Payment[]): readonly Block[] {
  if (ledger.length === 0) return [text('Nobody has paid anything yet.')];
  const months = [...flowsByMonth(ledger)];
  const earlier = months.slice(0, -MOST_MONTHS).flatMap(([, flows]) => flows.flatMap(({ payments }) => payments));
  const tell = (flow: Flow): string => {
    const { from, to } = flow.payments[0];
    const pays = from.id === 'you' ? 'pay' : 'pays';
    return `${capitalised(partyWords(catalogue, from))} ${pays} ${partyWords(catalogue, to)} ${told(flow)}`;
  };
  const rows = months.slice(-MOST_MONTHS).map(([month, flows]) => [month, lines(flows, tell)] as const);
  const left = earlier.length > 0 ? [text(`Before that: ${counted(earlier.length, 'payment')}.`)] : [];
  return [heading('Who paid whom, by month (UTC)'), fields(...rows), ...left, code(balanceTable(catalogue, ledger))];
}

/**
 * What somebody will pay if nobody does anything: in what is left of this month, in the next, and within a year.
 * @param of which payments count
 */
export function nextBlocks(world: World, person: string, of: (payment: Payment) => boolean): readonly Block[] {
  const { now, catalogue } = world;
  const inAYear = yearsLater(now, 1);
  const due = paymentsUntil(world, inAYear).filter((each) => each.from.id === person && of(each));
  const [month, next] = [monthOf(now), monthOf(startOfNextMonth(now))];
  const tell = (flow: Flow): string => `${partyWords(catalogue, flow.payments[0].to)} ${told(flow)}`;
  const row = (name: string, payments: readonly Payment[]) =>
    [
      name,
      payments.length === 0 ? 'nothing' : `${formatExact(sumOf(payments))}\n${lines(flowsOf(payments), tell)}`,
    ] as const;
  return [
    heading(person === 'you' ? 'What you pay next, as things stand' : `What ${person} pays next, as things stand`),
    fields(
      row(
        `Still in ${month}`,
        due.filter(({ at }) => monthOf(at) === month),
      ),
      row(
        `In ${next}`,
        due.filter(({ at }) => monthOf(at) === next),
      ),
      row(`Within a year, until ${dayOf(inAYear)}`, due),
    ),
    ...(hasBoth(due) ? [text(TWO_BILLS)] : []),
  ];
}

/** Whether both a registration and a zone are going to be paid for. */
const hasBoth = (due: readonly Payment[]): boolean =>
  (['renewal', 'zone'] as const).every((purpose) => due.some((each) => each.purpose === purpose));
const TWO_BILLS =
  'Registration and zone are two bills: deleting the zone does not end the renewals, and letting the registration go does not end the zone.';

/** A line each, the most that a reply has room for. */
function lines(flows: readonly Flow[], tell: (flow: Flow) => string): string {
  const more = flows.length - MOST_FLOWS;
  const rest = more > 0 ? [`and ${counted(more, 'payment')} more`] : [];
  return [...flows.slice(0, MOST_FLOWS).map(tell), ...rest].join('\n');
}

/** ``US$6.00 to host `x`, 12 times``. */
function told({ payments, sum }: Flow): string {
  const [{ purpose, subject }] = payments;
  const counts = payments.flatMap(({ count }) => count ?? []);
  const count = counts.length === 0 ? {} : { count: counts.reduce((all, each) => all + each, 0) };
  const times = payments.length > 1 ? `, ${counted(payments.length, 'time')}` : '';
  return `${formatExact(sum)} ${purposeWords({ purpose, subject, ...count })}${times}`;
}

/** What each has paid and got, in dollars to the last digit; the last column comes to nothing. */
function balanceTable(catalogue: World['catalogue'], ledger: readonly Payment[]): string {
  const all = balances(ledger);
  const rows = all.map(({ party, paid, got }) => [
    capitalised(partyWords(catalogue, party)),
    dollars(paid),
    dollars(got),
    dollars(got - paid),
  ]);
  const sum = all.reduce((left, { paid, got }) => left + got - paid, 0);
  const table = [['US$', 'paid', 'got', 'has more'], ...rows, ['Together', '', '', dollars(sum)]];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map(([name = '', ...cells]) =>
      [name.padEnd(widths[0] ?? 0), ...cells.map((cell, index) => cell.padStart(widths[index + 1] ?? 0))].join('  '),
    )
    .join('\n');
}

/** `-18.50`, `0.0000024`: at least two digits after the point, and as many as there are. */
export function dollars(nanos: Nanos): string {
  const digits = String(Math.abs(nanos)).padStart(10, '0');
  const rest = digits.slice(-9, -7) + digits.slice(-7).replace(/0+$/, '');
  return `${nanos < 0 ? '-' : ''}${digits.slice(0, -9)}.${rest}`;
}
