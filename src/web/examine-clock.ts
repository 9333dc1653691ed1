import { type Finding, fault, good } from '../base/finding.ts';
import { type Instant, MINUTE, SECOND } from '../base/time.ts';
import { clockSkew } from './clock-skew.ts';

/** Platforms refuse, and are refused, what is minutes away; so much less is worth mending. */
const MOST_MS = MINUTE;

/** Whether the machine's clock agrees with a platform's. No finding where the platform cannot be reached: that is another's. */
export async function examineClock(platform: string, url: string, now: () => Instant): Promise<readonly Finding[]> {
  const skew = await clockSkew(url, now);
  if (skew === undefined) return [];
  const about = `Clock, by ${platform}'s`;
  const seconds = Math.round(Math.abs(skew) / SECOND);
  if (Math.abs(skew) <= MOST_MS) return [good(about, `It is right to within ${MOST_MS / SECOND} seconds.`)];
  const how = skew > 0 ? 'ahead' : 'behind';
  return [fault(about, `It is ${seconds} seconds ${how}, so that signed requests are refused. Have it set by NTP.`)];
}
