import type { Address, Courier, PostedMessage } from '../src/tutor/courier.ts';
import type { Reply } from '../src/tutor/reply.ts';

/** Something that was posted unasked, or put in the place of what was. */
export interface Notice {
  readonly to: Address;
  readonly reply: Reply;
  readonly isReplaced: boolean;
}

/** A courier that keeps nothing but what is read off it: everything arrives, once, and threads can be had. */
export interface NoticeBoard {
  readonly courier: Courier;
  /** What has come since it was last asked, in order. A thread's first message stands after the message above it. */
  readonly take: () => readonly Notice[];
}

export function noticeBoard(): NoticeBoard {
  const messages = new Map<string, PostedMessage>();
  const fresh: Notice[] = [];
  return {
    take: () => fresh.splice(0),
    courier: {
      async post(to, reply, key) {
        const message = messages.get(key) ?? messageOf(to, reply, `m${messages.size}`);
        if (!messages.has(key)) {
          fresh.push({ to, reply, isReplaced: false });
          if (reply.thread) fresh.push({ to, reply: reply.thread.first, isReplaced: false });
        }
        messages.set(key, message);
        return { kind: 'posted', message };
      },
      async replace(to, message, reply) {
        fresh.push({ to, reply, isReplaced: true });
        return { kind: 'posted', message };
      },
      obstacles: async () => [],
    },
  };
}

const messageOf = (to: Address, { thread }: Reply, message: string): PostedMessage => ({
  channel: to.kind === 'channel' ? to.channel : to.user,
  message,
  ...(thread && { thread: `t${message}` }),
});
