import { spanInWords } from '../span-words.ts';
import { KEPT } from './kept.ts';
import { PERIODS } from './periods.ts';

/** `docs/privacy.md`, for learners and for whoever runs the program; a test holds the file to this. */
export const privacyPage = (): string =>
  `${[
    '# What is kept, why, and how long',
    'This page is written by the table that `/privacy` tells from (`src/tutor/privacy/kept.ts` and `periods.ts`).',
    '## For learners',
    'What the program keeps lies in one database, of whoever runs it. It is given to nobody, and used for learning alone. The bot reads no messages: it learns only what you type to its commands, press, or send in its forms.',
    table(
      ['', 'what', 'it is kept', 'what stays if you delete'],
      KEPT.map(({ title, what, why, stays = 'Nothing.' }) => [`**${title}**`, what, `${why}.`, stays]),
    ),
    [
      '- `/privacy` says this, with how much there is of yours.',
      '- `/privacy export` gives you all of it as JSON: every row of every table, of all accounts that you have linked. It is one file, up to 3 MB of text, and in parts where there is more: on Discord in the answer, which only you see; on Slack in your direct messages with the bot, wherever you asked. Where Slack does not let the bot do that, and in the terminal, it is shown as text, in more parts.',
      '- `/privacy delete` says what would go and what would stay, with counts, and changes nothing. Its button carries a code that is good for a quarter of an hour at least, for you alone, and no longer once something has changed. Then all goes at once or nothing, for all accounts that are linked; what you did in a server where your account is not linked is apart.',
      "- Afterwards you are new. Messages that stand in Discord or Slack are not the program's to delete.",
    ].join('\n'),
    '## How long',
    'What you learn is kept until you delete it: memory is computed from all that you ever responded. What is of no more use goes by itself, looked for once an hour and deleted a few hundred rows at a time:',
    table(
      ['what', 'goes after', 'it is kept so long'],
      PERIODS.map(({ what, keptFor, why }) => [what, spanInWords(keptFor), `${why}.`]),
    ),
    '## For operators',
    [
      "- No names, pictures, e-mail addresses or messages are stored; of a person the platform's ids of them and of the server or workspace are.",
      '- Deleted rows are overwritten in the SQLite file (`secure_delete`); what stood in its log (`-wal`) goes when that is folded in. **A backup holds what it held**: let backups grow no older than you have promised.',
      '- What counts for a group stays under a learner number that leads to no account. In a group of two the other may still guess whose it was.',
      "- Tokens and secrets are read from the environment and never written: not to the database, nor to the log. A workspace's own token is kept sealed with `HOSTMASTER_KEY`.",
    ].join('\n'),
  ].join('\n\n')}\n`;

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
