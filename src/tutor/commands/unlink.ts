import { declare } from '../command.ts';
import { counted } from '../names.ts';
import { button, notice } from '../reply.ts';

export const unlink = declare({
  name: 'unlink',
  summary: 'Take this account out of what it is linked with, with its own history.',
  options: {},
  examples: ['/unlink'],
  async handle({ store, account, now }) {
    const parted = await store.unlink(account);
    if (parted === 0)
      return notice('This account is not linked with another. `/link` gives you a code to do that with.', [
        button('Link accounts', '/link'),
      ]);
    const own = (await store.reviews(await store.learnerOf(account, now))).length;
    const others = parted === 1 ? 'They are' : 'All that were linked with it are';
    return notice(
      `${others} apart again. This account has its own history, ${counted(own, 'response')}, and the settings it had; what was put to it since they were linked is among it. What each knows, and what is due, was computed anew.`,
      [button('Your scores', '/scores'), button('Link accounts', '/link')],
    );
  },
});
