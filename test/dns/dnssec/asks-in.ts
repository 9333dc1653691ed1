import { displayName } from '../../../src/dns/name.ts';
import type { Resolution } from '../../../src/dns/resolver/resolution.ts';

/** The questions that were put to servers, in order. */
export const asksIn = ({ steps }: Resolution): string[] =>
  steps.flatMap((step) => {
    if (step.kind !== 'asked' && step.kind !== 'timeout') return [];
    const { qname, qtype } = step.query.question;
    return [`${displayName(qname)} ${qtype}`];
  });
