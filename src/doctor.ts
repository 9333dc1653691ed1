import { type Finding, fault, good, note } from './base/finding.ts';
import type { Instant } from './base/time.ts';
import type { RunConfig } from './config.ts';
import { examineDiscord } from './discord/examine.ts';
import { examineSlack } from './slack/examine.ts';
import { examineStore } from './store/examine.ts';
import { commands } from './tutor/commands.ts';
import { ContentError, loadContent } from './tutor/load-content.ts';
import { counted } from './tutor/names.ts';
import { listen } from './web/listen.ts';

/** Looks at all that serving needs, changing nothing but the shape of an older database, and says what it found. */
export async function examine(config: RunConfig, top: string, now: () => Instant): Promise<readonly Finding[]> {
  const { database, discord, slack } = config;
  const content = contentIn(top);
  const translations = 'content' in content ? content.content.translations : new Map();
  return [
    content.finding,
    await examineStore(database),
    ...(discord ? await examineDiscord(discord, { declarations: commands, translations, now }) : [NO_DISCORD]),
    ...(slack ? await examineSlack(slack, now) : [NO_SLACK]),
    ...(await examineAddress(config)),
  ];
}

const NO_DISCORD = note('Discord', 'It is not served: DISCORD_TOKEN is not set. See docs/discord.md.');
const NO_SLACK = note('Slack', 'It is not served: SLACK_BOT_TOKEN is not set. See docs/slack.md.');

function contentIn(top: string) {
  try {
    const content = loadContent(top);
    const says = `${counted(content.packs.size, 'pack')}, ${counted(content.items.size, 'question')}, ${counted(content.concepts.length, 'concept')}.`;
    return { content, finding: good('Content', says) };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return {
      finding: fault('Content', `${counted(error.faults.length, 'fault')}; \`npm run check:content\` lists them.`),
    };
  }
}

/** Whether the address can be listened at, if anything comes by HTTP. A program that is serving has it already. */
async function examineAddress({ address, discord, slack }: RunConfig): Promise<readonly Finding[]> {
  if (!discord?.publicKey && !slack?.signingSecret) return [];
  const about = 'Address';
  try {
    const { stop } = await listen(address, []);
    await stop();
    return [good(about, `${address.host}, port ${address.port}, is free to listen at.`)];
  } catch (error) {
    return [note(about, `${error instanceof Error ? error.message : error} If this program is serving, that is it.`)];
  }
}

const MARKS = { good: '✔', note: '·', fault: '✘' } as const;

/** The findings, a line each, and how many faults there are. */
export function report(findings: readonly Finding[]): string {
  const lines = findings.map(({ about, state, says }) => `${MARKS[state]} ${about}: ${says}`);
  const faults = findings.filter(({ state }) => state === 'fault').length;
  const sum = faults === 0 ? 'Nothing keeps it from serving.' : `${counted(faults, 'fault')} to mend.`;
  return `${lines.join('\n')}\n\n${sum}\n`;
}
