import type { LearnerId, Space } from '../store/account.ts';
import type { Scope, Subject } from '../store/settings.ts';
import type { Store } from '../store.ts';
import type { Setting } from './setting.ts';

export const learnerSubject = (learner: LearnerId): Subject => ({ scope: 'learner', id: learner });
export const serverSubject = ({ platform, space }: Space): Subject => ({ scope: 'server', id: `${platform}/${space}` });
export const channelSubject = ({ platform, space }: Space, channel: string): Subject => ({
  scope: 'channel',
  id: `${platform}/${space}/${channel}`,
});

/** What counts for somebody or something: what is set, or else the default. */
export interface Settled {
  value<Value>(setting: Setting<Value>): Value;
  /** Whose setting it is that counts; undefined if it is the default. */
  setFor(setting: Setting<unknown>): Scope | undefined;
}

/** @param subjects of which the first that has a setting counts, as a channel before its server */
export async function settled(store: Pick<Store, 'settings'>, ...subjects: readonly Subject[]): Promise<Settled> {
  const kept = await Promise.all(subjects.map(async (subject) => ({ subject, set: await store.settings(subject) })));
  const found = <Value>({ name, scopes, read }: Setting<Value>) => {
    for (const { subject, set } of kept) {
      const text = scopes.includes(subject.scope) ? set.get(name) : undefined;
      const value = text === undefined ? undefined : read(text);
      if (value?.ok) return { value: value.value, scope: subject.scope };
    }
    return undefined;
  };
  return {
    value: (setting) => found(setting)?.value ?? setting.usual,
    setFor: (setting) => found(setting)?.scope,
  };
}
