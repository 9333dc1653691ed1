import type { Account, LearnerId } from '../../src/tutor/store/account.ts';

/** A learner and where they are. */
export interface Member {
  readonly learner: LearnerId;
  readonly account: Account;
  readonly channel: string;
  /** How eager they are, beside the others: how often they have practised, and how often they will. */
  readonly weight: number;
}

/** A quarter of all are in one workspace of Slack; of those on Discord a fifth in one server, the others in smaller ones. */
const IN_SLACK = 0.25;
const IN_LARGE = 0.2;
const IN_SMALL = 50;
const SERVERS_FROM = 300_000_000_000_000_000n;
const USERS_FROM = 200_000_000_000_000_000n;
/** Channels have the ids of their servers, further on. */
const CHANNEL = 100_000_000_000_000_000n;
/** The most eager have practised some fifty times as much as the least. */
const EAGER = 50;

/** The same learners each time. */
export function populationOf(count: number): readonly Member[] {
  const slack = Math.round(count * IN_SLACK);
  const large = Math.round((count - slack) * IN_LARGE);
  return Array.from({ length: count }, (_, number) => {
    const learner = `learner-${number}` as LearnerId;
    const weight = 1 / (1 + ((number * 7919) % count) / (count / EAGER));
    if (number < slack) {
      const account: Account = { platform: 'slack', space: 'T1', user: `U${number}` };
      return { learner, account, channel: 'C1', weight };
    }
    const server = SERVERS_FROM + BigInt(number < slack + large ? 0 : 1 + Math.floor((number - slack) / IN_SMALL));
    const user = String(USERS_FROM + BigInt(number));
    const account: Account = { platform: 'discord', space: String(server), user };
    return { learner, account, channel: String(server + CHANNEL), weight };
  });
}

/** Draws members as often as they are eager. @param chance a number from 0 to 1 */
export function drawer(members: readonly Member[]): (chance: number) => Member {
  const sums: number[] = [];
  let sum = 0;
  for (const { weight } of members) {
    sum += weight;
    sums.push(sum);
  }
  return (chance) => {
    let [low, high] = [0, members.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) < chance * sum) low = middle + 1;
      else high = middle;
    }
    const member = members[low];
    if (member === undefined) throw new Error('there is nobody to draw');
    return member;
  };
}
