import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord.js';
import { takesLines } from '../tutor/fill-command.ts';
import { writeControl } from './control.ts';
import { LIMITS, shorten } from './limits.ts';
import type { Asked } from './receive.ts';

/** The form that a button of ours opens: one field, for what stands as `{}` in its command. */
export function renderForm({
  label,
  placeholder,
  command,
}: Asked & { kind: 'form' }): APIModalInteractionResponseCallbackData {
  const customId = writeControl({ kind: 'fill', command }, 0);
  if (customId === undefined) throw new Error('a button held a command that its form cannot hold');
  const field = {
    type: ComponentType.TextInput,
    custom_id: 'words',
    style: takesLines(command) ? TextInputStyle.Paragraph : TextInputStyle.Short,
    min_length: 1,
    max_length: LIMITS.inputValue,
    required: true,
    ...(placeholder !== '' && { placeholder: shorten(placeholder, LIMITS.inputPlaceholder) }),
  } as const;
  return {
    custom_id: customId,
    title: shorten(label, LIMITS.modalTitle),
    components: [{ type: ComponentType.Label, label: shorten(label, LIMITS.inputLabel), component: field }],
  };
}
