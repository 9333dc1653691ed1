import { assertNever } from '../../base/result.ts';
import { declare } from '../command.ts';
import { changeSchedule, showSchedules } from '../daily/change-schedule.ts';
import { setSchedule } from '../daily/set-schedule.ts';

export const daily = declare({
  name: 'daily',
  summary: 'Have a question come by itself every day: to a channel, or to you alone.',
  options: {
    action: { type: 'choice', choices: ['set', 'show', 'pause', 'resume', 'off'], about: 'what to do' },
    time: { type: 'time', about: 'at which time of day it comes, or which one is meant' },
    zone: { type: 'zone', about: 'by the clocks of which time zone; the one that is set unless you say' },
    days: { type: 'days', about: 'on which days; daily unless you say' },
    place: { type: 'choice', choices: ['here', 'me'], about: 'whether to this channel, or to your direct messages' },
    channel: { type: 'channel', about: 'to which channel, if it is not this one' },
    concept: { type: 'listed', list: 'concepts', about: 'what the questions are about; all concepts unless you say' },
    until: { type: 'word', about: 'when each closes, a time or a span such as 8h; when the next comes unless you say' },
  },
  examples: [
    '/daily set 09:00 Europe/Lisbon weekdays here',
    '/daily set 8pm me',
    '/daily show',
    '/daily pause',
    '/daily off 09:00',
  ],
  async handle(context, { action, time, place, channel, ...how }) {
    const doing = action ?? (time === undefined ? 'show' : 'set');
    const wanted = { place, channel };
    switch (doing) {
      case 'set':
        return setSchedule(context, { time, ...wanted, ...how });
      case 'show':
        return showSchedules(context, wanted, time);
      case 'pause':
      case 'resume':
      case 'off':
        return changeSchedule(context, doing, wanted, time);
      default:
        return assertNever(doing);
    }
  },
});
