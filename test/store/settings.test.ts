import { expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { LearnerId } from '../../src/tutor/store/account.ts';
import { NOON } from '../support/store.ts';

test.each([0, 1, 8, 9, 64, 65, 512, 513, 1100])(
  'of %i learners a setting is found of each for whom it is set, and of no other',
  async (count) => {
    const store = await openStore(':memory:');
    const learners = Array.from({ length: count }, (_, number) => `l${number}` as LearnerId);
    const isSet = (_: LearnerId, place: number): boolean => place % 3 === 0 || place === count - 1;
    for (const id of learners.filter(isSet))
      await store.setSetting({ scope: 'learner', id }, 'shown', `${id} on`, NOON);
    await store.setSetting({ scope: 'learner', id: 'l1' }, 'pictures', 'off', NOON);
    await store.setSetting({ scope: 'learner', id: 'somebody else' }, 'shown', 'on', NOON);
    const found = await store.settingOfLearners(learners, 'shown');
    expect([...found].sort()).toEqual(
      learners
        .filter(isSet)
        .map((id) => [id, `${id} on`])
        .sort(),
    );
    await store.close();
  },
);
