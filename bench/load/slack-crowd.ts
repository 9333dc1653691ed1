import { BOT_TOKEN, SIGNING_SECRET } from '../../test/platforms/slack/standin.ts';
import { openLoopback } from '../interactions/loopback.ts';
import { AUTHORISED, byHttp, freeHost, payloadOf, portOf } from '../interactions/slack.ts';
import { type Crowd, waitingRoom } from './crowd.ts';

/** One workspace of Slack, whose members press buttons of messages that only they see; by signed HTTP. */
export async function openSlackCrowd(): Promise<Crowd> {
  const room = waitingRoom();
  const loopback = await openLoopback(
    ({ url = '' }) => {
      room.began(url);
      return url.endsWith('/auth.test') ? AUTHORISED : '{"ok":true}';
    },
    ({ url = '' }, body) => room.heard(url, body),
  );
  const api = `http://${loopback.host}`;
  const host = await freeHost();
  const deliver = byHttp(`http://${host}/slack/events`);
  // Deliveries of an earlier run on the same database must not come again.
  const run = Date.now();
  let serial = 0;
  return {
    environment: {
      ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_API_URL: `${api}/api/` },
      ...{ SLACK_SIGNING_SECRET: SIGNING_SECRET, PORT: portOf(host) },
    },
    act({ user, space, command }) {
      serial += 1;
      const path = `/reply/${run}-${serial}`;
      const payload = payloadOf({ user, command }, space, `${api}${path}`, `${run}-${serial}`);
      return room.wait(path, () => void deliver(payload).catch(() => {}));
    },
    onPost: () => {},
    close: () => loopback.close(),
  };
}
