import type { Choice } from '../reply.ts';
import type { Account } from '../store/account.ts';

/** A form for a pack. */
export const askForPack = (label = 'Paste a pack'): readonly Choice[] => [
  { kind: 'form', label, placeholder: 'pack: { id: …, title: …, about: … }', command: '/pack add {lines}' },
];

/** How a pack is sent, by platform. */
export const WAYS: Readonly<Record<Account['platform'], string>> = {
  discord:
    'Attach the file as `file` of `/pack add`, or paste what is in it; a form takes 4,000 characters, and an attachment all a pack may have.',
  slack:
    'Send me the file in a message that says `pack add`, in our direct messages or with a mention; or paste what is in it, of which a form takes 3,000 characters.',
  terminal:
    'Type `/pack add file=PATH`, with the path of the file; or paste what is in it between `/pack add <<` and a line that is only `.`, up to 4,000 characters.',
};
