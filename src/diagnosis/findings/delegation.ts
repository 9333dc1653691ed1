import type { Name } from '../../dns/name.ts';
import { answered, type Exchange, serversIn } from '../exchange.ts';
import { type Finding, tagged } from '../finding.ts';
import { ledTo, type Survey } from '../survey.ts';
import { inCode, list, namesInCode, number } from '../words.ts';
import { zoneAbove } from './basic.ts';

const LEAST = 2;

/** How the delegation and the zone's own NS set look: DELEGATION01, 02, 04 to 07, CONSISTENCY04. */
export function* delegationFindings(survey: Survey): Generator<Finding> {
  const { parent, delegated, named } = survey;
  if (!parent.delegation) return;
  const shown = parent.said.slice(0, 1);
  const counted = `The delegation has ${number(delegated.length)} name server${delegated.length === 1 ? '' : 's'}`;
  yield delegated.length < LEAST
    ? tagged('NOT_ENOUGH_NS_DEL', `${counted}: two are the least.`, shown)
    : tagged('ENOUGH_NS_DEL', `${counted}.`, shown);
  if (named && named.length < LEAST)
    yield tagged('NOT_ENOUGH_NS_CHILD', 'The zone names only one name server: two are the least.', apexNs(survey));
  yield* sharedAddresses(survey);
  yield* authority(survey);
  for (const { name, isAlias } of survey.servers) {
    const evidence = { kind: 'looked-up', question: { qname: name, qtype: 'A' }, says: 'a CNAME' } as const;
    if (isAlias)
      yield {
        ...tagged('NS_IS_CNAME', `The name server ${inCode(name)} is an alias, which it must not be.`),
        evidence: [evidence],
      };
  }
  yield* names(survey, shown);
  yield* ownSets(survey);
}

/** What the first server that answers has as the zone's NS set. */
const apexNs = ({ servers }: Survey): readonly Exchange[] =>
  servers.flatMap(({ at }) => at.flatMap(({ ns }) => (answered(ns, 'NS') ? [ns] : []))).slice(0, 1);

function* sharedAddresses(survey: Survey): Generator<Finding> {
  const byAddress = Map.groupBy(
    ledTo(survey).flatMap(({ name, at }) => at.map(({ address, soa }) => ({ name, address, soa }))),
    ({ address }) => address,
  );
  for (const [address, views] of byAddress) {
    if (views.length < 2) continue;
    const says = `${namesInCode(views.map(({ name }) => name))} are one server, at \`${address}\`.`;
    yield tagged(
      'DEL_NS_SAME_IP',
      says,
      views.map(({ soa }) => soa),
    );
  }
}

function* authority(survey: Survey): Generator<Finding> {
  const views = survey.servers.flatMap(({ at }) => at).filter(({ state }) => state !== 'silent');
  const without = views.filter(({ soa }) => soa.response !== 'timeout' && !soa.response.aa);
  for (const { soa } of without)
    yield tagged('IS_NOT_AUTHORITATIVE', `${inCode(soa.server.name)} is lame: it has no authority for the zone.`, [
      soa,
    ]);
  for (const { soa, state } of views)
    if (state === 'no-soa') yield tagged('SOA_NOT_EXISTS', `${inCode(soa.server.name)} has no SOA of it.`, [soa]);
  if (views.length > 0 && without.length === 0)
    yield tagged('ARE_AUTHORITATIVE', 'Every name server that replies answers with authority.');
}

/** The names on the parent's side beside those on the zone's. */
function* names(survey: Survey, shown: readonly Exchange[]): Generator<Finding> {
  const { delegated, named } = survey;
  if (!named) return;
  const both = [...shown, ...apexNs(survey)];
  const above = zoneAbove(survey);
  const onlyAbove = without(delegated, named);
  const onlyZone = without(named, delegated);
  if (onlyAbove.length > 0)
    yield tagged('EXTRA_NAME_PARENT', `${above} lists ${namesInCode(onlyAbove)}; the zone itself does not.`, both);
  if (onlyZone.length > 0)
    yield tagged('EXTRA_NAME_CHILD', `The zone lists ${namesInCode(onlyZone)}; ${above} does not.`, both);
  if (onlyAbove.length === delegated.length)
    yield tagged('TOTAL_NAME_MISMATCH', `No name server that ${above} lists is one that the zone lists.`, both);
  if (onlyAbove.length + onlyZone.length === 0)
    yield tagged('NAMES_MATCH', `${above} and the zone list the same name servers.`, both);
}

/** The names in the first list that are not in the second. */
export const without = (some: readonly Name[], others: readonly Name[]): readonly Name[] =>
  some.filter((name) => !others.includes(name));

/** Whether the servers agree on the zone's NS set. */
function* ownSets({ servers }: Survey): Generator<Finding> {
  const said = servers.flatMap(({ at }) => at.map(({ ns }) => ns));
  const bySet = Map.groupBy(said, (exchange) => {
    const ns = answered(exchange, 'NS');
    return ns ? serversIn(ns).toSorted().join(' ') : '';
  });
  bySet.delete('');
  if (bySet.size > 1) {
    const sets = [...bySet.values()].map((each) => namesInCode(each.slice(0, 1).map(({ server }) => server.name)));
    yield tagged(
      'MULTIPLE_NS_SET',
      `${list(sets)} have different NS sets of the zone.`,
      [...bySet.values()].flatMap((each) => each.slice(0, 1)),
    );
  } else if (bySet.size === 1) yield tagged('ONE_NS_SET', 'All that answer have the same NS set of the zone.');
}
