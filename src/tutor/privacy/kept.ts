/** What is kept of a learner, by what it is for: the one table that `/privacy`, the export and `docs/privacy.md` tell it from. */
export interface Kept {
  readonly title: string;
  /** The tables of the database that hold it, each with what a row of it is; a plain `s` makes it several. */
  readonly tables: Readonly<Record<string, string>>;
  readonly what: string;
  readonly why: string;
  /** What stays of it, and for what, when the learner has the rest deleted; absent where nothing does. */
  readonly stays?: string;
}

export const KEPT: readonly Kept[] = [
  {
    title: 'Who you are',
    tables: {
      ...{ account: 'account', learner: 'learner number', linked_row: 'linking mark' },
      ...{ link_code: 'link code', link_try: 'wrong code' },
    },
    what: "Your id on Discord or Slack, with the id of the server or workspace; which accounts you have linked, and the codes for that, as fingerprints. Never your name, picture or address, and no message but what you type to the bot's commands.",
    why: 'to know you again, and nobody else as you',
  },
  {
    title: 'Questions and responses',
    tables: {
      ...{ presentation: 'question', review: 'response', withdrawal: 'withdrawal' },
      ...{ asked_why: 'shown reason', memory: 'memory estimate', mastered: 'mastered concept' },
    },
    what: 'Each question as it was put to you, where and when; what you responded, how sure you were and how it was judged; which hints and reasons you looked at; and what follows from it: when each concept is due.',
    why: 'to choose what to ask next, and to show you what you know',
    stays:
      'What you were asked in a server or workspace counts in its statistics: verdicts, and letters that you chose, stay under a number that means nobody. What you typed goes, and so does all that was between you and the bot alone.',
  },
  {
    title: 'Your worlds',
    tables: { world: 'world', world_step: 'step', desk: 'desk' },
    what: 'The simulated Internets that you work in: sandboxes, those of questions, lessons and labs, and zones that you sent; each command that you gave there.',
    why: 'so that they are there when you come back, and `/undo` works',
    stays: 'The world of a lab that others have a role in stays theirs, and what you did in it with it.',
  },
  {
    title: 'Lessons and labs',
    tables: { lesson_run: 'lesson', lab_run: 'lab', lab_hint: 'hint', lab_pair: 'joining code', lab_seat: 'role' },
    what: 'How far you are in each, the hints that you took, and your role where you work with others.',
    why: 'to go on where you were',
    stays: 'A lab that others have a role in stays theirs; your role in it is free again.',
  },
  {
    title: 'Rounds',
    tables: { round: 'hosted round', round_response: 'round response', round_seat: 'team seat' },
    what: 'The rounds that you hosted, what you responded in rounds, and in which team.',
    why: 'to count the points and reveal the result',
    stays:
      'Results that have been told stay as they are: the letters that you chose, under a number that means nobody. What you responded to a question that is still open goes.',
  },
  {
    title: 'Daily questions',
    tables: {
      ...{ daily_schedule: 'schedule', daily_prompt: 'daily question', daily_response: 'daily response' },
      post: 'direct message',
    },
    what: 'When and where questions come that you asked for, and in which time zone; what came to your direct messages; which letters you chose in channels.',
    why: 'to send them when you want them, and to tell the result',
    stays:
      'What you set up for a channel goes on, and what you responded there to questions that are closed counts on under a number that means nobody.',
  },
  {
    title: 'Settings',
    tables: { setting: 'setting' },
    what: 'What you have set for yourself with `/settings`.',
    why: 'so that it holds',
  },
  {
    title: 'Reports and appeals',
    tables: { report: 'report', report_words: 'text', appeal_accepted: 'accepted appeal' },
    what: 'What you said is wrong with a question or with how you were judged, in your words; which of them you settled as an organiser.',
    why: 'so that organisers can put it right',
    stays: 'That there was a report, of which question and what became of it. Your words go.',
  },
  {
    title: 'Organising',
    tables: { organiser: 'permission', pack_switch: 'switched pack', own_pack: 'pack', item_draft: 'draft' },
    what: 'That you may organise a server or workspace; the packs that you sent, switched, added or removed there, and the questions that you drafted or settled.',
    why: 'to know who may do what, and to put those questions',
    stays:
      'Packs and approved questions that a server or workspace uses stay in use there, without you. Your permission goes, and so do packs and drafts that are not in use.',
  },
];
