/** How much a line matters: most first. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** `json` is one object a line, for programs; `text` is for people. */
export const LOG_FORMATS = ['json', 'text'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** What is to be found again by name: never what somebody wrote, and never who they are. */
export type Fields = Readonly<Record<string, string | number>>;

/** Tells whoever runs the program, in one line without secrets; `info` unless said otherwise. */
export type Log = (line: string, level?: LogLevel, fields?: Fields) => void;
