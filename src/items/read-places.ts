import type { PresentedOption } from './presentation.ts';

type Options = readonly PresentedOption[];

/** The place that a response names: by a letter, a number from 1, or the option's own words. */
export function readPlace(options: Options, response: string): number | undefined {
  const plain = bare(response);
  const byWords = options.findIndex(({ text }) => bare(text) === plain);
  if (byWords >= 0) return byWords;
  const place = /^\d$/.test(plain) ? Number(plain) - 1 : /^[a-z]$/.test(plain) ? plain.charCodeAt(0) - 97 : -1;
  return options[place] ? place : byTruth(options, plain);
}

/** The places that a response names, in its order, each once: `a c`, `ac`, `1, 3`, `A and C`, or the options' words. */
export function readPlaces(options: Options, response: string): readonly number[] | undefined {
  const places = placesOf(options, response.split(/[,;\n]+/)) ?? placesOf(options, marksOf(response));
  return places && [...new Set(places)];
}

/** Each letter and digit of a response by itself, as what joins them is left out. */
function marksOf(response: string): readonly string[] {
  const words = response.split(/[\s,;>→-]+/).filter((word) => word.toLowerCase() !== 'and');
  return words.flatMap((word) => (/^[a-z]+$|^\d+$/i.test(word) ? [...word] : [word]));
}

function placesOf(options: Options, texts: readonly string[]): readonly number[] | undefined {
  const places = texts.filter((text) => text.trim() !== '').map((text) => readPlace(options, text));
  const found = places.filter((place) => place !== undefined);
  return found.length > 0 && found.length === places.length ? found : undefined;
}

const TRUTHS: ReadonlyMap<string, readonly string[]> = new Map([
  ['true', ['t', 'yes', 'y']],
  ['false', ['f', 'no', 'n']],
]);

function byTruth(options: Options, plain: string): number | undefined {
  const place = options.findIndex(({ text }) => TRUTHS.get(bare(text))?.includes(plain));
  return place >= 0 ? place : undefined;
}

/** A response without case, and without what people put around a letter: `(b)`, `B.`, `b)`. */
const bare = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^\((.*)\)$/, '$1')
    .replace(/[.)]$/, '')
    .trim();
