import { type Instant, instant } from '../../src/base/time.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Content } from '../../src/tutor/command.ts';
import { type StudyGroup, studyGroup } from './study-group.ts';

/** The week in which the clocks of Lisbon go forward, on the Sunday at one o'clock. */
const MONDAY = Date.UTC(2026, 2, 23);
const at = (day: number, time: string): Instant => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const summer = day >= 6 ? 1 : 0;
  return instant(MONDAY + ((day * 24 + hours - summer) * 60 + minutes) * 60_000);
};

/** Has four people live through the week with the real tutor, and gives what was said, as Markdown; the same every time. */
export async function tellWeek(content: Content): Promise<string> {
  const store = await openStore(':memory:');
  try {
    const group = studyGroup(content, store, at(0, '08:40'));
    for (const day of [monday, tuesday, wednesday, thursday, friday, saturday, sunday]) await day(group);
    return `${INTRODUCTION}\n${group.transcript()}`;
  } finally {
    await store.close();
  }
}

const INTRODUCTION = `# A week of a study group

Ana organises a group of four that learns about domain names. This is all that was said in their channel in the first week,
written down by running the program (\`npm run week\`): no line of it is made up. What stands in brackets can be pressed.
`;

async function monday({ until, say, press, respond, note }: StudyGroup): Promise<void> {
  await say('ana', '/settings server timezone Lisbon');
  await say('ana', '/daily set 09:00 here');
  note('Ana, Bruno and Chidi let themselves be named on boards. Dana does not, and takes part all the same.');
  for (const who of ['ana', 'bruno', 'chidi']) await say(who, '/scores join');
  await until(at(0, '09:04'));
  await press('bruno', true);
  await press('chidi', false);
  await until(at(0, '09:31'));
  await press('dana', true);
  await until(at(0, '12:30'));
  await say('dana', '/quiz two-jobs');
  await say('dana', '/hint');
  await respond('dana', true);
  await say('dana', '/quiz parts');
}

async function tuesday({ until, say, press }: StudyGroup): Promise<void> {
  await until(at(1, '09:10'));
  await press('ana', true);
  await press('chidi', false);
  await until(at(1, '13:00'));
  await say('chidi', '/lesson list');
  await say('chidi', '/lesson start two-jobs');
  await say('chidi', '/lesson next');
  await say('chidi', '/lesson next');
}

async function wednesday({ until, untilAsked, say, press, note }: StudyGroup): Promise<void> {
  await until(at(2, '09:05'));
  await press('bruno', true);
  await press('dana', true);
  await until(at(2, '18:00'));
  note('In the evening all four meet for a round of three questions, by the clock.');
  await say('ana', '/round start questions=3 pace=30s');
  for (const [place, wrong] of ['chidi', 'dana', 'chidi'].entries()) {
    await untilAsked(place + 1);
    for (const who of ['ana', 'bruno', 'chidi', 'dana']) await press(who, who !== wrong);
  }
  await until(at(2, '18:10'));
}

async function thursday({ until, say, press, respond }: StudyGroup): Promise<void> {
  await until(at(3, '09:20'));
  await press('ana', true);
  await press('bruno', false);
  await until(at(3, '20:15'));
  await say('bruno', '/quiz parts');
  await respond('bruno', false);
  await say('bruno', '/why');
  await say('bruno', '/why');
  await say('bruno', '/me');
}

async function friday({ until, say, press }: StudyGroup): Promise<void> {
  await until(at(4, '09:02'));
  for (const who of ['ana', 'bruno', 'chidi', 'dana']) await press(who, who !== 'chidi');
  await until(at(4, '17:00'));
  await say('ana', '/group week');
  await say('ana', '/scores channel week everyone');
}

async function saturday({ until, say, press }: StudyGroup): Promise<void> {
  await until(at(5, '09:45'));
  await press('dana', true);
  await until(at(5, '11:00'));
  await say('dana', '/register quillcove-example.com hover');
  await say('dana', '/host quillcove-example.com route53');
  await say('dana', '/predict quillcove-example.com NS nodata');
  await say('chidi', '/review');
}

async function sunday({ until, say, press, note }: StudyGroup): Promise<void> {
  note('In the night the clocks have gone forward: nine o’clock comes an hour sooner, and so does the prompt.');
  await until(at(6, '09:15'));
  await press('chidi', true);
  await until(at(6, '19:00'));
  await say('bruno', '/scores');
  await say('ana', '/daily show');
}
