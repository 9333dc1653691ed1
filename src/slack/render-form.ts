import type { types } from '@slack/bolt';
import { takesLines } from '../tutor/fill-command.ts';
import { fitted, LIMITS } from './limits.ts';
import { type Place, writeForm } from './place.ts';
import type { FormAsked } from './received.ts';

/** A form for words, of one line or several, as a modal; what is sent fills the command in. */
export function renderForm({ command, label, placeholder }: FormAsked, place: Place): types.ModalView {
  const hint = fitted(placeholder.trim(), LIMITS.placeholder);
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain('Hostmaster'),
    submit: plain('Send'),
    close: plain('Cancel'),
    private_metadata: writeForm({ command, place }),
    blocks: [
      {
        type: 'input',
        block_id: 'words',
        label: plain(fitted(label.trim(), LIMITS.inputLabel) || 'Your words'),
        element: {
          ...{ type: 'plain_text_input', action_id: 'words', max_length: LIMITS.inputLength, focus_on_load: true },
          ...(takesLines(command) && { multiline: true }),
          ...(hint === '' ? {} : { placeholder: plain(hint) }),
        },
      },
    ],
  };
}

const plain = (text: string): types.PlainTextElement => ({ type: 'plain_text', text, emoji: false });
