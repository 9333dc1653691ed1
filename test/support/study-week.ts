import { HOUR } from '../../src/base/time.ts';
import type { Presentation } from '../../src/items/presentation.ts';
import type { Account } from '../../src/tutor/store/account.ts';
import { readPresentation } from '../../src/tutor/stored.ts';
import { ALONE_PACK } from './own-pack.ts';
import type { Somebody, StudyGroup } from './study-group.ts';

/** A response of theirs that is never right. */
export const addressOf = (name: string): string => `198.51.100.${100 + name.length}`;

/** Two people do all there is to do, each with the other, until something stands of each in every table. */
export async function liveThrough(group: StudyGroup, one: Somebody, other: Somebody): Promise<void> {
  for (const [who, friend] of [
    [one, other],
    [other, one],
  ] as const) {
    await studyAlone(group, who);
    await shareLab(group, who, friend);
    await organise(group, who, friend);
  }
  for (const who of [one, other]) await settleReports(group, who);
  await playRound(group, one, other);
  await playRound(group, other, one);
  await dailyQuestions(group, [one, other]);
  for (const who of [one, other]) await linkAccounts(group, who);
}

async function studyAlone(group: StudyGroup, { name, discord }: Somebody): Promise<void> {
  const { say } = group;
  await say(discord, '/settings daily-cap 50');
  const put = await typedQuestion(group, discord);
  await say(discord, '/hint');
  await say(discord, `/respond #${put} ${addressOf(name)}`);
  await say(discord, '/why 2');
  await say(discord, `/report ${name} says that two are right`);
  await say(discord, `/appeal ${name} meant the other one`);
  await typedQuestion(group, discord);
  await say(discord, `/respond ${addressOf(name)}`);
  await say(discord, '/undo response');
  const domain = `${name}-quillcove-example.com`;
  await say(discord, `/register ${domain} hover`);
  await say(discord, `/host create ${domain} route53`);
  await say(discord, `/record add www.${domain} A 203.0.113.7 at=route53`);
  await say(discord, `/delegate ${domain} route53`);
  await say(discord, '/lesson two-jobs');
}

/** The id of a question to type the response to; all others that come before it are responded to with a letter. */
async function typedQuestion({ say, store, learnerOf }: StudyGroup, who: Account): Promise<string> {
  for (let tries = 0; tries < 30; tries += 1) {
    await say(who, '/quiz anyway zone-without-delegation');
    const put = await store.latestPresentation(await learnerOf(who));
    if (put && isAddress(readPresentation(put.body))) return put.id;
    await say(who, '/respond a');
  }
  throw new Error('no question came that one types a response to');
}

const isAddress = ({ form }: Presentation): boolean => form.kind === 'typed' && form.key.type === 'address';

async function shareLab({ say }: StudyGroup, who: Somebody, friend: Somebody): Promise<void> {
  const [, code = ''] =
    /\/lab join (\w+)/.exec(await say(who.discord, '/lab pair point-the-domain-at-your-zone')) ?? [];
  await say(who.discord, '/hint');
  await say(friend.discord, `/lab join ${code}`);
  await say(who.discord, '/world sandbox');
}

async function organise(group: StudyGroup, { name, discord }: Somebody, friend: Somebody): Promise<void> {
  const { say } = group;
  await say(friend.discord, `/organisers allow <@${discord.user}>`);
  const draft = async () => /Draft +`(#\w+)`/.exec(await say(discord, '/item from-sandbox'))?.[1] ?? '';
  await say(friend.discord, `/item approve ${await draft()}`);
  await draft();
  const pack = (id: string) =>
    ALONE_PACK.replace('id: ours,', `id: ${id},`)
      .replaceAll('ours.', `${id}.`)
      .replace('our-rota', `${id}-rota`)
      .replaceAll('concept: our-rota', `concept: ${id}-rota`)
      .replaceAll('always-two', `${id}-two`);
  const offer = await say(discord, `/pack add ${pack(`${name}-kept`)}`);
  const id = /\/pack keep offer=(\w+)/.exec(
    JSON.stringify(await group.reply(discord, `/pack add ${pack(`${name}-kept`)}`)),
  )?.[1];
  if (id === undefined) throw new Error(offer);
  await say(discord, `/pack keep offer=${id}`);
  await say(discord, `/pack add ${pack(`${name}-offered`)}`);
  const builtIn = name < friend.name ? 'exam-style' : 'moving-and-mending';
  for (const action of ['disable', 'enable']) await say(discord, `/pack ${action} ${builtIn}`);
}

async function settleReports({ say, store, learnerOf }: StudyGroup, { discord }: Somebody): Promise<void> {
  for (const report of await store.openReports(discord))
    if (report.learner !== (await learnerOf(discord)))
      await say(discord, `/reports ${report.kind === 'appeal' ? 'accept' : 'right'} #${report.id}`);
}

async function linkAccounts({ say }: StudyGroup, { discord, slack }: Somebody): Promise<void> {
  await say(slack, '/quiz');
  await say(slack, '/respond a');
  const [, code = ''] = /\/link (\w+)/.exec(await say(discord, '/link')) ?? [];
  await say(slack, '/link 7K3M9QTX');
  await say(slack, `/link ${code} join`);
  await say(slack, '/quiz');
  await say(slack, '/respond b');
}

async function playRound({ say, store, pass }: StudyGroup, who: Somebody, friend: Somebody): Promise<void> {
  await say(who.discord, '/round start questions=1 teams=2');
  const [round] = await store.runningRounds(who.discord);
  if (!round) throw new Error('no round was started');
  await pass(HOUR);
  for (const each of [who, friend]) await say(each.discord, `/pick #${round.id}.1 a`);
  await say(who.discord, '/round next');
  await pass(HOUR);
  await say(who.discord, `/report #${round.id}.1 ${who.name} says that it is unclear`);
  await say(who.discord, '/round end');
  await pass(HOUR);
}

async function dailyQuestions({ say, store, pass, now }: StudyGroup, people: readonly Somebody[]): Promise<void> {
  for (const [place, { discord }] of people.entries()) {
    await say(discord, `/daily set 09:0${place} Etc/UTC here`);
    await say(discord, '/daily set 10:00 Etc/UTC me');
  }
  for (let day = 0; day < 2; day += 1) {
    for (let hours = 0; hours < 24; hours += 1) await pass(HOUR);
    for (const { discord } of people)
      for (const schedule of await store.schedulesOfChannel(discord, 'C1')) {
        const [prompt] = await store.lastPrompts(schedule.id, 1);
        if (prompt) await say(discord, `/pick #${prompt.id} ${now() % 2 === 0 ? 'a' : 'b'}`);
      }
  }
}
