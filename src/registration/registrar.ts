import type { Cents } from '../base/money.ts';
import type { DurationMs } from '../base/time.ts';
import type { Name } from '../dns/name.ts';

/** A company that sells registrations and submits them to the registries. RFC 9499 §9. */
export interface Registrar {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The accredited company on record at the registry, by suffix; often another than the one on the invoice. */
  readonly registrarOfRecord: ReadonlyMap<Name, string>;
  /** The suffixes that it sells, with what a registrant pays for a domain and year. */
  readonly yearlyFee: ReadonlyMap<Name, Cents>;
  /** The DNS host at which registering a domain also creates a zone. */
  readonly createsZoneAt?: string;
  /** False where domains registered here must stay on the registrar's own DNS hosting. */
  readonly nameServersSettable: boolean;
  /** What the registrar says about setting other name servers, a sentence. */
  readonly nameServersReason: string;
  readonly mostNameServers: number;
  /** Whether they can be set while the domain is on its way to another registrar. */
  readonly nameServersDuringTransfer: boolean;
  /** How long before the end of the term it renews by itself. Milliseconds. */
  readonly renewsBefore: DurationMs;
  /** What it does to a domain that has expired, how long after that, and when it gives the domain up. Milliseconds. */
  readonly expiry: {
    readonly means: 'hold' | 'parking' | 'nothing';
    readonly after: DurationMs;
    readonly deletesAfter: DurationMs;
  };
  /** How it suspends a domain whose registrant did not verify an address. */
  readonly suspendsBy: 'hold' | 'parking';
  /** The name servers it puts where it parks a domain; they lead every name to the page of its own DNS host. */
  readonly parkingNameServers: readonly Name[];
  /** What bringing a deleted domain back costs on top of the renewal. */
  readonly restoreFee: Cents;
  /** How long it offers a domain to another account there before it calls that off; absent where it has no such offers. Milliseconds. */
  readonly offersLast?: DurationMs;
  /** When the zones at its own DNS host end that came with a domain which leaves it. */
  readonly hostingEnds: 'never' | 'transfer-requested' | 'transfer-completed';
}
