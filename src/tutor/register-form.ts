import type { Content } from './command.ts';
import type { Choice } from './reply.ts';

/** A form that makes a beginning in an empty sandbox, at the registrar that is listed first; none where there is none. */
export function registerForm({ lists }: Content): readonly Choice[] {
  const [registrar] = lists.registrars;
  if (registrar === undefined) return [];
  const label = `Register a domain at ${registrar.label}`;
  return [{ kind: 'form', label, placeholder: 'quillcove-example.com', command: `/register {} ${registrar.id}` }];
}
