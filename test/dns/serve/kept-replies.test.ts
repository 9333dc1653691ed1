import { expect, test } from 'vitest';
import { KeptReplies } from '../../../src/dns/serve/kept-replies.ts';

const message = (id: number, text: string): Uint8Array =>
  Buffer.concat([Buffer.from([id >> 8, id & 0xff]), Buffer.from(text)]);
const replyTo = (octets: Uint8Array): Uint8Array => Buffer.concat([octets, Buffer.from('!')]);

test('a reply is kept when its message came twice, and is given with the id of each that follows', () => {
  const kept = new KeptReplies();
  let answered = 0;
  const replies = [1, 2, 3, 0x1234].map((id) =>
    kept.reply(message(id, 'www'), () => {
      answered += 1;
      return replyTo(message(id, 'www'));
    }),
  );
  expect(replies).toEqual([1, 2, 3, 0x1234].map((id) => replyTo(message(id, 'www'))));
  expect(answered).toBe(2);
});

test('among more messages than there are places, each gets its own', () => {
  const kept = new KeptReplies();
  for (let round = 0; round < 3; round += 1) {
    for (let number = 0; number < 10_000; number += 1) {
      const asked = message(round, `host${number}`);
      expect(kept.reply(asked, () => replyTo(asked))).toEqual(replyTo(asked));
      if (number % 3 === 0) expect(kept.reply(asked, () => replyTo(asked))).toEqual(replyTo(asked));
    }
  }
});

test('a message that is the beginning of another is another; silence is not kept; what was given may be changed', () => {
  const kept = new KeptReplies();
  for (let turn = 0; turn < 3; turn += 1) {
    for (const text of ['a', 'ab', '']) {
      const asked = message(turn, text);
      const reply = kept.reply(asked, () => (text === '' ? undefined : replyTo(asked)));
      expect(reply).toEqual(text === '' ? undefined : replyTo(asked));
      reply?.fill(0);
      asked.fill(0);
    }
  }
});
