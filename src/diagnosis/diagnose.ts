import { isAtOrBelow, type Name, parentOf, ROOT } from '../dns/name.ts';
import { registrableDomain } from '../registration/registry.ts';
import { afterLeaving } from '../world/leaving-zones.ts';
import type { World } from '../world/world.ts';
import { surveyAhead } from './ahead.ts';
import type { Cause } from './cause.ts';
import { cachesCause } from './causes/caches.ts';
import { contentsCause, wwwAdvice } from './causes/contents.ts';
import { delegationCause } from './causes/delegation.ts';
import { dnssecAdvice, dnssecCause } from './causes/dnssec.ts';
import { leavingCause } from './causes/leaving.ts';
import { namesCause } from './causes/names.ts';
import { notCopiedCause, otherZoneCause } from './causes/other-zones.ts';
import { privateZoneAdvice } from './causes/private-zones.ts';
import { notYetPublished } from './causes/publication.ts';
import { registrationCause, verificationAdvice } from './causes/registration.ts';
import { versionsCause } from './causes/versions.ts';
import { type ContentFault, contentFaults } from './contents.ts';
import { findParent } from './find-parent.ts';
import { bySeverity, type Finding } from './finding.ts';
import { basicFindings } from './findings/basic.ts';
import { cacheFindings } from './findings/caches.ts';
import { consistencyFindings } from './findings/consistency.ts';
import { delegationFindings } from './findings/delegation.ts';
import { dnssecFindings } from './findings/dnssec.ts';
import { glueFindings } from './findings/glue.ts';
import { otherZoneFindings } from './findings/other-zones.ts';
import { registryFindings } from './findings/registry.ts';
import { zoneFindings } from './findings/zone.ts';
import { staleMemories } from './memory.ts';
import { type OtherZone, otherZones } from './other-zones.ts';
import { type Survey, survey } from './survey.ts';

/**
 * diagnosis/ says what is wrong with a domain: it asks the registry, the servers of the zone above and each server of the
 * domain, as Zonemaster does, looks at what resolvers remember, and names the one thing to be done first. Start here;
 * survey.ts asks, findings/ has a file for each kind of test, causes/ one for each place where a fault can be.
 */
export interface Diagnosis extends Cause {
  /** The name that was asked about, and the zone that was looked at: the nearest one at or above it. */
  readonly asked: Name;
  readonly domain: Name;
  /** The most severe first. */
  readonly findings: readonly Finding[];
}

export interface DiagnoseOptions {
  /** Whose accounts at DNS hosts may be looked into; everybody's if absent. */
  readonly accountsOf?: readonly string[];
}

/** What is wrong with a domain, and who must do what. Changes nothing, and throws for no name. */
export function diagnose(world: World, asked: Name, { accountsOf }: DiagnoseOptions = {}): Diagnosis {
  const mayShow = (person: string) => accountsOf === undefined || accountsOf.includes(person);
  const domain = zoneFor(world, asked);
  const seen = survey(world, domain, mayShow);
  const faults = contentFaults(seen, mayShow);
  const others = otherZones(seen);
  const memories = staleMemories(world, domain);
  const findings = [
    ...registryFindings(seen),
    ...basicFindings(seen),
    ...delegationFindings(seen),
    ...glueFindings(seen),
    ...consistencyFindings(seen),
    ...cacheFindings(memories),
    ...otherZoneFindings(seen, others),
    ...dnssecFindings(seen),
    ...zoneFindings(seen, faults),
  ];
  const ahead = surveyAhead(seen, mayShow);
  const left = afterLeaving(world, domain);
  const cause =
    registrationCause(seen) ??
    (left && leavingCause(seen, survey(left.world, domain, mayShow), left.at)) ??
    (ahead
      ? (dnsCause(ahead, contentFaults(ahead, mayShow), otherZones(ahead)) ?? notYetPublished(seen))
      : dnsCause(seen, faults, others)) ??
    cachesCause(seen, memories) ??
    verificationAdvice(seen) ??
    privateZoneAdvice(seen) ??
    dnssecAdvice(seen) ??
    wwwAdvice(seen) ??
    ALL_IS_WELL;
  return { ...cause, asked, domain, findings: bySeverity(findings) };
}

/** What cuts everybody off before what only makes the domain weaker, and otherwise from the delegation down. */
const dnsCause = (survey: Survey, faults: readonly ContentFault[], others: readonly OtherZone[]): Cause | undefined =>
  delegationCause(survey) ??
  dnssecCause(survey) ??
  namesCause(survey) ??
  versionsCause(survey) ??
  contentsCause(survey, faults) ??
  otherZoneCause(survey, others) ??
  notCopiedCause(survey, others);

/** The zone that a name belongs to: itself where it is delegated, registered or hosted, or else the nearest above. */
function zoneFor(world: World, asked: Name): Name {
  const registrable = registrableDomain(asked, world.catalogue.tlds);
  for (let at: Name | undefined = asked; at; at = parentOf(at)) {
    const name = at;
    const { delegation, zone: above } = findParent(world, name);
    if (name === registrable || name === ROOT || delegation) return name;
    if (registrable === undefined && !world.own) return asked;
    // A zone below a domain that is not delegated itself is of no use before that is.
    const isHosted = [...world.hostedZones.values()].some(({ zone }) => zone.origin === name);
    if (isHosted && registrable !== undefined && isAtOrBelow(above, registrable)) return name;
  }
  return asked;
}

const ALL_IS_WELL: Cause = { verdict: 'fine', kind: 'nothing', sentence: 'Nothing is wrong.' };
