import { assertNever } from '../../base/result.ts';
import type { ExtendedError } from '../message.ts';
import { displayName, type Name } from '../name.ts';
import type { Found, Job } from './job.ts';
import type { Resolution } from './resolution.ts';
import { reasonText } from './trace-words.ts';

/** A resolution with the reasons for what it is: of a failure, or of an answer that is out of date. RFC 8914 §4. */
export function withErrors(job: Job, found: Found, resolution: Resolution): Resolution {
  if (found.kind === 'failed' && found.reason !== 'bogus') {
    return { ...resolution, extendedErrors: failureErrors(job, found) };
  }
  if (!job.stale) return resolution;
  const stale = job.stale === 'nxdomain' ? { code: 19, text: '' } : { code: 3, text: '' };
  return { ...resolution, extendedErrors: [stale, ...(resolution.extendedErrors ?? [])] };
}

function failureErrors(job: Job, { reason, zone }: Extract<Found, { kind: 'failed' }>): ExtendedError[] {
  switch (reason) {
    case 'no-usable-server':
      return [unreachable(zone), ...silence(job)];
    case 'no-address':
    case 'too-many-servers':
    case 'too-many-queries':
    case 'too-deep':
    case 'circular':
      return [unreachable(zone)];
    case 'remembered-failure':
      return [{ code: 13, text: '' }];
    case 'alias-loop':
    case 'alias-too-long':
      return [{ code: 0, text: reasonText(reason) }];
    case 'bogus':
      return [];
    default:
      return assertNever(reason);
  }
}

const unreachable = (zone: Name | undefined): ExtendedError => ({
  code: 22,
  text: zone === undefined ? '' : `at delegation ${displayName(zone)}`,
});

/** Network error: who kept silent. */
function silence({ silences }: Job): ExtendedError[] {
  const [first] = silences.keys();
  if (first === undefined) return [];
  const others = silences.size === 1 ? '' : ` and ${silences.size - 1} more`;
  return [{ code: 23, text: `no reply from ${first}${others}` }];
}
