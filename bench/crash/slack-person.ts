import { actionIdOf } from '../../src/slack/action-id.ts';
import type { Deliver, Kind } from '../../test/platforms/slack/deliver.ts';
import { person } from '../../test/platforms/slack/person.ts';
import type { Posted, Standin } from '../../test/platforms/slack/standin.ts';
import type { Person, Sent } from './person.ts';

const CHANNEL = 'C1';

/** Somebody in a channel of a Slack workspace. */
export function slackPerson(slack: Standin, deliver: Deliver, user: string): Person {
  const { payloads } = person(slack, deliver, user);
  let last: Posted | undefined;

  function send(kind: Kind, payload: Record<string, unknown>): Sent {
    const from = slack.messages.length;
    const go = () => void deliver(kind, payload).catch(() => {}); // nobody may be there
    go();
    return {
      shown() {
        const own = slack.messages.slice(from).filter((posted) => posted.user === user);
        last = own.at(-1) ?? last;
        return own.length === 0 ? undefined : JSON.stringify(own.map(({ blocks }) => blocks));
      },
      again: go,
    };
  }
  return {
    ...{ user, platform: 'slack', space: 'T1' },
    type: (words) => send('slash', payloads.slash('/hostmaster', words, { channel: CHANNEL })),
    press(command) {
      const on = last ?? { ts: '1.1', channel: CHANNEL, user, by: '', text: '', blocks: [] };
      const action_id = actionIdOf({ kind: 'press', index: 0, rest: '' });
      const action = { type: 'button', block_id: 'b1', action_id, value: command };
      return send('interactive', payloads.action(on, action));
    },
  };
}
