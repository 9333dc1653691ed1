import { letterOf, type PresentedForm } from '../items/presentation.ts';
import { list } from './names.ts';
import { quote } from './parse-words.ts';
import { button, notice, type Reply } from './reply.ts';
import { placesIn } from './response-fields.ts';
import { shown } from './shown.ts';

/** Asks how sure the learner is of a response, before anything is kept of it or said to be right. */
export function askHowSure(id: string, form: PresentedForm, response: string): Reply {
  const line = (word: string): string => `/respond #${id} ${word} ${asOption(response)}`;
  return notice(`${saidWords(form, response)} How sure are you? Until you say so, you can still change it.`, [
    button('Sure', line('sure')),
    button('Not sure', line('unsure')),
  ]);
}

function saidWords(form: PresentedForm, response: string): string {
  const places = placesIn(form, response);
  if (places === undefined) return `You said ${shown(response)}.`;
  const letters = places.map(letterOf);
  return `You chose ${form.kind === 'order' ? letters.join(', then ') : list(letters)}.`;
}

/** The response so that it is read as what it is, whatever stands in it. */
const asOption = (response: string): string =>
  /^[\p{L}\p{N}][\p{L}\p{N} .,:$-]*$/u.test(response) ? response : `response=${quote(response)}`;
