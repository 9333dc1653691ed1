import { actInWorld } from '../act.ts';
import { declare } from '../command.ts';
import { button } from '../reply.ts';
import { openClock } from '../worlds.ts';

export const wait = declare({
  name: 'wait',
  summary: 'Let time go by in your sandbox: caches run out, fees fall due.',
  options: { span: { type: 'duration', about: 'how long', required: true } },
  examples: ['/wait 15m', '/wait 2d'],
  handle: (context, { span }) =>
    actInWorld(context, () => ({ kind: 'wait', span }), [button('Who holds what', '/world')], openClock),
});
