import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Courier, PostedMessage } from '../../src/tutor/courier.ts';
import type { Reply } from '../../src/tutor/reply.ts';

/** A platform for programs that are killed: what was posted is a file each, by its key, and so is what replaced it. */
export const folderCourier = (folder: string): Courier => ({
  async post(to, reply, key) {
    const path = join(folder, `${key.replaceAll(':', '-')}.json`);
    const conversation = to.kind === 'direct' ? to.user : (to.thread ?? to.channel);
    const message: PostedMessage = { channel: conversation, message: key, ...(reply.thread && { thread: `t-${key}` }) };
    // Whoever was killed after this finds it done.
    if (!existsSync(path)) writeFileSync(path, JSON.stringify({ message, reply }), { flag: 'wx' });
    return { kind: 'posted', message: JSON.parse(readFileSync(path, 'utf8')).message as PostedMessage };
  },
  async replace(_, message, reply) {
    const path = join(folder, `${message.message.replaceAll(':', '-')}.json`);
    writeFileSync(path, JSON.stringify({ message, reply }));
    return { kind: 'posted', message };
  },
  obstacles: async () => [],
});

/** What stands in such a folder, by the key it was posted by. */
export const postedIn = (folder: string): ReadonlyMap<string, Reply> =>
  new Map(
    readdirSync(folder).map((name) => {
      const { message, reply } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        message: PostedMessage;
        reply: Reply;
      };
      return [message.message, reply] as const;
    }),
  );
