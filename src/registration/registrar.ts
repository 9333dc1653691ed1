import type { Cents } from '../base/money.ts';
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
}
