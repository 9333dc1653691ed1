import { heading, type Reply, reply, text } from '../tutor/reply.ts';

/** What is said when a session starts. */
export const greeting: Reply = reply([
  heading('Hostmaster'),
  text(
    'Who does what when a domain name works? Everything here happens in a simulated Internet; nothing is sent to the real one.',
  ),
  text(
    '`/quiz` gets you a question. A line without `/` is your response to the last one: a letter, several letters, or words. `/help` lists what else there is, `/quit` leaves.',
  ),
]);
