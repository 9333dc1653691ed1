import type { Declaration, ListEntry } from './command.ts';
import { account } from './commands/account.ts';
import { appeal } from './commands/appeal.ts';
import { bill } from './commands/bill.ts';
import { check } from './commands/check.ts';
import { concepts } from './commands/concepts.ts';
import { daily } from './commands/daily.ts';
import { delegate } from './commands/delegate.ts';
import { dig } from './commands/dig.ts';
import { dnssec } from './commands/dnssec.ts';
import { goal } from './commands/goal.ts';
import { group } from './commands/group.ts';
import { helpOn } from './commands/help.ts';
import { hint } from './commands/hint.ts';
import { host } from './commands/host.ts';
import { importZone } from './commands/import.ts';
import { item } from './commands/item.ts';
import { lab } from './commands/lab.ts';
import { lesson } from './commands/lesson.ts';
import { link } from './commands/link.ts';
import { load } from './commands/load.ts';
import { me } from './commands/me.ts';
import { move } from './commands/move.ts';
import { organisers } from './commands/organisers.ts';
import { pack } from './commands/pack.ts';
import { pick } from './commands/pick.ts';
import { predict } from './commands/predict.ts';
import { privacy } from './commands/privacy.ts';
import { quiz } from './commands/quiz.ts';
import { record } from './commands/record.ts';
import { register } from './commands/register.ts';
import { registrar } from './commands/registrar.ts';
import { report } from './commands/report.ts';
import { reports } from './commands/reports.ts';
import { reset } from './commands/reset.ts';
import { respond } from './commands/respond.ts';
import { review } from './commands/review.ts';
import { round } from './commands/round.ts';
import { scores } from './commands/scores.ts';
import { settings } from './commands/settings.ts';
import { share } from './commands/share.ts';
import { solution } from './commands/solution.ts';
import { status } from './commands/status.ts';
import { trace } from './commands/trace.ts';
import { transfer } from './commands/transfer.ts';
import { undo } from './commands/undo.ts';
import { unlink } from './commands/unlink.ts';
import { wait } from './commands/wait.ts';
import { whois } from './commands/whois.ts';
import { why } from './commands/why.ts';
import { world } from './commands/world.ts';
import { zone } from './commands/zone.ts';

/** Every command, in the order in which `/help` lists them. */
export const commands: readonly Declaration[] = [
  quiz,
  respond,
  hint,
  why,
  report,
  appeal,
  review,
  lesson,
  lab,
  goal,
  status,
  solution,
  move,
  dig,
  trace,
  predict,
  whois,
  world,
  bill,
  zone,
  importZone,
  check,
  register,
  host,
  account,
  delegate,
  registrar,
  transfer,
  dnssec,
  record,
  wait,
  undo,
  reset,
  share,
  load,
  me,
  scores,
  concepts,
  pick,
  round,
  group,
  daily,
  settings,
  link,
  unlink,
  privacy,
  pack,
  item,
  organisers,
  reports,
  helpOn(() => commands),
];

/** The commands as the list that options of type `listed` may name. */
export const commandEntries: readonly ListEntry[] = commands.map(({ name }) => ({
  id: name,
  label: name,
  aliases: [`/${name}`],
}));
