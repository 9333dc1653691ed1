import type { Block, Choice, Reply } from '../../src/tutor/reply.ts';

/** Every text of a reply that a learner must be able to read; a button shows its label or its command. */
export const textsOf = ({ blocks, choices }: Reply, shows: 'label' | 'command'): readonly string[] => [
  ...blocks.flatMap(textsOfBlock),
  ...choices.flatMap((choice) => textsOfChoice(choice, shows)),
];

/** Letters and digits alone: what no wrapping and no mark can change. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

function textsOfBlock(block: Block): readonly string[] {
  if (block.kind === 'fields') return block.fields.flatMap(({ name, value }) => [name, value]);
  if (block.kind === 'options') return block.options;
  if (block.kind === 'people') return [block.label, ...block.people];
  if (block.kind === 'file') return [block.description, block.text];
  if (block.kind === 'picture') return [block.picture.description];
  return block.kind === 'meter' ? [block.label, block.text] : [block.text];
}

/** Where commands are shown, so are the values that go into them. */
function textsOfChoice(choice: Choice, shows: 'label' | 'command'): readonly string[] {
  if (choice.kind === 'button') return [choice[shows]];
  if (choice.kind === 'link') return shows === 'label' ? [choice.label] : [choice.label, choice.url];
  if (choice.kind === 'form') return [choice.label, choice.placeholder];
  const values = choice.values.flatMap(({ label, value }) => (shows === 'command' ? [label, value] : [label]));
  return [choice.label, ...values];
}
