import { assertNever } from '../base/result.ts';
import { formatInstant, type Instant, SECOND } from '../base/time.ts';
import { rrsetAt, type Zone } from '../dns/zone/zone.ts';
import type { SoaPlan } from './dns-host.ts';

/** The serial of a zone that is made at a moment. */
export function firstSerial(plan: SoaPlan['serial'], at: Instant): number {
  switch (plan) {
    case 'constant':
    case 'counter':
      return 1;
    case 'unix-time':
      return Math.floor(at / SECOND);
    case 'date':
      return Number(`${formatInstant(at).slice(0, 10).replaceAll('-', '')}01`);
    default:
      return assertNever(plan);
  }
}

/** The serial after a change at a moment: higher than before, and that of the moment where that is higher still; undefined where it stays. */
export function nextSerial(plan: SoaPlan['serial'], zone: Zone, at: Instant): number | undefined {
  const serial = rrsetAt(zone, zone.origin, 'SOA')?.rdata[0]?.serial;
  if (plan === 'constant' || serial === undefined) return undefined;
  const [MOST, floor] = [2 ** 32, plan === 'counter' ? 0 : firstSerial(plan, at)];
  // RFC 1982 §3.1: after the highest comes zero.
  return Math.max((serial + 1) % MOST, floor);
}
