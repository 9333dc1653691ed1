import { instant } from '../../base/time.ts';
import { distributionChart } from '../charts/distribution-chart.ts';
import { podiumChart } from '../charts/podium-chart.ts';
import type { Deps } from '../command.ts';
import { contentAt } from '../packs/content-at.ts';
import { charted } from '../pictures.ts';
import type { Drawer } from '../posts/drawer.ts';
import { type Block, type Reply, text, toChannel } from '../reply.ts';
import { SHOWN } from '../settings/settings.ts';
import type { RoundResponse } from '../store/rounds.ts';
import { isLeftAlone } from './close-question.ts';
import { type RoundSoFar, soFar } from './find-round.ts';
import { timeToReadReveal } from './reading-time.ts';
import { tallyFor } from './retro.ts';
import { moment, shortSpan, zoneOf } from './round-words.ts';
import { countingIn, placesOf, scoresIn, teamScoresIn } from './scores.ts';
import { pressed } from './tally.ts';
import { theEnd } from './tell-end.ts';
import { openQuestion, revealedQuestion } from './tell-question.ts';
import { type Standings, shownAmong, standingsSoFar } from './tell-standings.ts';
import { announcement, closingWords } from './tell-start.ts';

/** Draws what a round says to its channel; all of it follows from the rows. */
export const drawRound: Drawer = async (given, [id = '', part = '', which = ''], now) => {
  const { store } = given;
  const round = await store.roundAnywhere(id);
  if (!round) return undefined;
  const content = await contentAt(given, round);
  const deps = { ...given, content };
  const known = await soFar(store, round);
  const question = known.questions.find(({ number }) => number === Number(which));
  const zone = await zoneOf(store, round);
  switch (part) {
    case 'start':
      return announcement(content, round, zone, now);
    case 'q':
      if (!question || question.revealedAt !== undefined) return undefined;
      return openQuestion(content, round, question, closingWords(round, question, zone, now));
    case 'r':
      return question && reveal(deps, known, question.number);
    case 'end': {
      const responses = await store.roundResponses(id);
      const standings = await standingsOf(deps, known, responses);
      const drawn = charted(deps.pictures, 'podium', podiumChart(standings));
      return theEnd(content, standings, known.questions, responses, drawn);
    }
    case 'remind':
      if (round.endedAt !== undefined || round.pace.kind !== 'open' || round.pace.until <= now) return undefined;
      return toChannel([text(`The round closes at ${moment(zone, round.pace.until, now)}. You can still join.`)]);
    default:
      return clockNotice(known, part, which);
  }
};

/** A question closed, with how it stands; between the questions of a round that is open as a whole nobody is told that. */
async function reveal(deps: Deps, known: RoundSoFar, number: number): Promise<Reply | undefined> {
  const { round, questions } = known;
  const question = questions.find((each) => each.number === number);
  if (question?.revealedAt === undefined) return undefined;
  const responses = await deps.store.roundResponses(round.id);
  const upTo = { round, questions: questions.filter((each) => each.number <= number) };
  const standings = round.pace.kind === 'open' ? [] : standingsSoFar(await standingsOf(deps, upTo, responses));
  const after = [...standings, ...afterwards(known, number, responses)];
  const tally = tallyFor(question, responses);
  const chart = tally.all > 0 ? distributionChart(pressed(question).form, tally) : undefined;
  const drawn = charted(deps.pictures, 'responses', chart);
  return revealedQuestion(deps.content, round, question, tally, [...drawn, ...after]);
}

function afterwards(
  { round, questions }: RoundSoFar,
  number: number,
  responses: readonly RoundResponse[],
): readonly Block[] {
  const question = questions.find((each) => each.number === number);
  if (round.pace.kind !== 'timed' || !question || number >= round.questions) return [];
  if (!question.isSkipped && isLeftAlone({ round, questions }, number, responses))
    return [
      text(
        'Nobody has responded twice in a row, so the round waits. Its host or an organiser goes on with `/round resume`.',
      ),
    ];
  return [text(`The next question comes in about ${shortSpan(timeToReadReveal(pressed(question)))}.`)];
}

/** How everyone stands after some questions. */
export async function standingsOf(
  { store }: Pick<Deps, 'store'>,
  { round, questions }: RoundSoFar,
  responses: readonly RoundResponse[],
): Promise<Standings> {
  const seats = round.teams === undefined ? [] : await store.roundSeats(round.id);
  return {
    round,
    counting: countingIn(questions).length,
    places: placesOf(scoresIn(round, questions, responses)),
    teams: teamScoresIn(round, questions, responses, seats),
    shown: shownAmong(await store.roundPeople(round.id, SHOWN.name)),
  };
}

/** What the host has done to the clock; not said any more once that is past. */
function clockNotice({ round, questions }: RoundSoFar, what: string, at: string): Reply | undefined {
  const last = questions.at(-1);
  const isOpen = last !== undefined && last.revealedAt === undefined && round.endedAt === undefined;
  const stays = isOpen ? ` Question ${last.number} stays open meanwhile.` : '';
  switch (what) {
    case 'pause':
      return round.paused?.at === instant(Number(at)) ? said(`The host has paused the round.${stays}`) : undefined;
    case 'resume':
      return round.resumedAt === Number(at) && !round.paused ? said('The round goes on.') : undefined;
    case 'more':
      return isOpen
        ? said(`There is more time now for ${round.pace.kind === 'open' ? 'the round' : `question ${last.number}`}.`)
        : undefined;
    default:
      throw new Error(`a round says nothing called ${what}`);
  }
}

const said = (words: string): Reply => toChannel([text(words)]);
