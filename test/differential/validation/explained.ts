/** A verdict that differs, as a run prints it: verdict, code, and what is wrong with each domain the name is in. */
export interface Difference {
  readonly question: string;
  readonly ours: readonly [verdict: string, rcode: string];
  readonly theirs: readonly [verdict: string, rcode: string];
  readonly domains: readonly (readonly [origin: string, wrong: readonly string[]])[];
}

/** Why ours and Unbound's differ where both are right in their way; nothing where one is wrong. */
export function explainVerdict({ question, ours, theirs, domains }: Difference): string | undefined {
  const wrong = domains.flatMap(([, faults]) => faults).join(', ');
  if (ours[0] === 'insecure' && theirs[0] === 'bogus' && wrong.includes('change a signer')) {
    return 'Unbound goes by the signer’s name, though the zone it stands in is not signed';
  }
  if (ours[0] === 'bogus' && theirs[0] === 'secure' && / MX$/.test(question) && wrong.includes('leave out')) {
    return 'Unbound takes the end of a gap for a wildcard’s own NSEC';
  }
  if (ours[0] === 'bogus' && theirs[0] === 'insecure' && wrong.includes('leave out a set')) {
    return 'Unbound takes an NSEC with NS for a delegation, though the zone’s own server denies the name';
  }
  return undefined;
}
