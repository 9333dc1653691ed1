import { type Painted, paintAll } from '../tutor/painted.ts';
import type { Reply } from '../tutor/reply.ts';
import type { Tutor } from './tutor.ts';

/** The pictures of a reply; dark, as most see Discord. */
export const paintedFor = ({ paint, log }: Pick<Tutor, 'paint' | 'log'>, reply: Reply): Promise<Painted> =>
  paintAll(reply, paint, 'dark', (why) => log(`discord: a picture could not be drawn: ${String(why)}`, 'error'));
