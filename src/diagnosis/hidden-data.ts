import { isAtOrBelow, type Name } from '../dns/name.ts';
import { formatRdata } from '../dns/rdata/text.ts';
import { isOfType, type RRset, type RRsetOf, type RRType, typeOf } from '../dns/record.ts';
import { setsOf } from '../dns/zone/zone.ts';
import { ask, FRESH_RESOLVER } from '../world/ask.ts';
import { type Exchange, isAddressSet, serversIn } from './exchange.ts';
import type { Survey } from './survey.ts';
import { zonesWritten } from './zone-in-use.ts';

/** Data that stands in a zone and that nobody finds under the name that was meant. */
export type HiddenData =
  /** Below a delegation, so that the zone below answers instead. RFC 1034 §4.3.2. */
  | {
      readonly kind: 'below-cut';
      readonly owner: Name;
      readonly type: RRType;
      readonly cut: Name;
      readonly said: Exchange;
    }
  /** At a name that ends in the domain twice, as where a full name was typed and the domain put behind it. */
  | { readonly kind: 'doubled-name'; readonly owner: Name; readonly meant: Name; readonly said: Exchange };

/** What of that there is in the zone in use, going by the names that were asked for. */
export const hiddenData = (survey: Survey, said: readonly Exchange[]): readonly HiddenData[] =>
  said.flatMap((exchange) => [...belowCut(survey, exchange), ...doubled(survey, exchange)]);

function belowCut(survey: Survey, said: Exchange): readonly HiddenData[] {
  const { response, question } = said;
  if (response === 'timeout' || response.aa) return [];
  const owner = question.qname;
  const cut = response.authority.find((set): set is RRsetOf<'NS'> => isOfType(set, 'NS'));
  if (!cut || cut.owner === owner || !isAtOrBelow(owner, cut.owner)) return [];
  const isGlue = (set: RRset) => isAddressSet(set) && serversIn(cut).includes(owner);
  const written = zonesWritten(survey).flatMap(({ nodes }) => setsOf(nodes.get(owner) ?? {}));
  const set = written.find((each) => !isGlue(each) && !isFound(survey, each));
  return set ? [{ kind: 'below-cut', owner, type: typeOf(set), cut: cut.owner, said }] : [];
}

/** Whether a resolver finds the same all the same, since the zone below has it too. */
function isFound({ world }: Survey, set: RRset): boolean {
  const text = ({ rdata }: RRset) => rdata.map(formatRdata).toSorted().join();
  const { answer } = ask(world, { qname: set.owner, qtype: typeOf(set) }, FRESH_RESOLVER);
  return answer.some((each) => each.owner === set.owner && typeOf(each) === typeOf(set) && text(each) === text(set));
}

function doubled({ domain }: Survey, said: Exchange): readonly HiddenData[] {
  const owner = said.question.qname;
  const isDoubled = domain !== '.' && owner.endsWith(`.${domain}${domain}`);
  const isThere = said.response !== 'timeout' && said.response.answer.some((set) => set.owner === owner);
  if (!(isDoubled || owner === `${domain}${domain}`) || !isThere) return [];
  return [{ kind: 'doubled-name', owner, meant: owner.slice(0, -domain.length) as Name, said }];
}
