import type { Name } from '../name.ts';
import { DIGEST_OCTETS } from '../rdata/text.ts';
import { finding, type ZoneFinding } from './finding.ts';
import type { Node, Zone } from './zone.ts';

/** DS records that stand where no parent has them, or that no validator can use. RFC 4035 §2.4. */
export function* checkDs({ origin }: Zone, owner: Name, { DS, NS }: Node, hidden: boolean): Generator<ZoneFinding> {
  if (!DS) return;
  if (owner === origin)
    yield finding('ds-at-apex', owner, 'has a DS at its own top: it belongs to the parent', DS.rdata);
  else if (!NS)
    yield finding('ds-without-ns', owner, 'has a DS but no NS: a DS belongs to a delegation', DS.rdata.slice(0, 1));
  const delegates = NS !== undefined && owner !== origin && !hidden;
  for (const ds of DS.rdata) {
    const octets = DIGEST_OCTETS.get(ds.digestType);
    const which = `has the DS with key tag ${ds.keyTag}, whose digest`;
    const advice = 'use 2 (SHA-256) or 4 (SHA-384)';
    if (octets === undefined)
      yield finding('ds-digest', owner, `${which} is of type ${ds.digestType}: ${advice}`, [ds]);
    else if (ds.digest.length !== octets * 2)
      yield finding('ds-digest', owner, `${which} of type ${ds.digestType} should be ${octets} octets long`, [ds]);
    else if (ds.digestType === SHA1 && delegates)
      yield finding('ds-digest', owner, `${which} is of type 1 (SHA-1), which is not made any more: ${advice}`, [ds]);
  }
}

const SHA1 = 1;
