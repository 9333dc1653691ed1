import { Client } from 'pg';
import { expect, onTestFinished, test, vi } from 'vitest';
import { environmentFor } from '../platforms/discord/connect.ts';
import { aLearner, textOf } from '../platforms/discord/learner.ts';
import { startStandIn } from '../platforms/discord/stand-in.ts';
import { startProgram } from '../platforms/program.ts';
import { bySocket } from '../platforms/slack/deliver.ts';
import { person } from '../platforms/slack/person.ts';
import { APP_TOKEN, BOT_TOKEN, startStandin } from '../platforms/slack/standin.ts';
import { startServer } from '../support/postgres/server.ts';

const TOLD = 'I am being restarted, and do not know what has become of that.';
const soon = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 20 });

// What goes before all else, and what a command begins with.
test.each(['receipt', 'learner'])(
  'asked to stop while the server does not let it at %s, it tells whoever waits',
  async (table) => {
    // Of its own: beside what stands still in a transaction, others' were seen to be broken off again and again.
    const server = await startServer(false);
    onTestFinished(() => server.stop());
    const url = `${server.url}/postgres`;
    const [discord, slack] = [await startStandIn(), await startStandin()];
    onTestFinished(async () => void (await Promise.all([discord.close(), slack.stop()])));
    const program = startProgram([], {
      DATABASE_URL: url,
      ...environmentFor(discord),
      ...{ SLACK_BOT_TOKEN: BOT_TOKEN, SLACK_APP_TOKEN: APP_TOKEN, SLACK_API_URL: slack.apiUrl },
    });
    onTestFinished(() => void program.process.kill('SIGKILL'));
    await program.logged(/Slack is served/);
    await soon(() => expect(slack.sockets.open()).toBe(2));
    const other = new Client(url);
    await other.connect();
    onTestFinished(() => other.end());
    await other.query(`begin; lock table ${table} in access exclusive mode`);

    const [ann, bea] = [aLearner(discord, 'server'), person(slack, bySocket(slack), 'UBEA')];
    const asked = ann.command('scores');
    await bea.say('scores');
    const held = async () =>
      (await other.query(`select 1 from pg_locks where not granted and relation = '${table}'::regclass`)).rowCount;
    await vi.waitFor(async () => expect(await held()).toBe(2), { timeout: 60_000, interval: 20 });
    program.process.kill('SIGTERM');
    expect(textOf(await ann.shown(asked))).toContain(TOLD);
    await soon(() => expect(JSON.stringify(slack.messages)).toContain(TOLD));
    await program.ended;
    expect(program.log.join('\n')).toContain('2 things that were asked take too long');
    expect(discord.state.refusals).toEqual([]);
  },
);
