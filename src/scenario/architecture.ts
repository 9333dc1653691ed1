/** Which of its two jobs Route 53 has for a domain. */
export const ARCHITECTURES = ['both', 'registrar-only', 'hosting-only', 'neither'] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

/** How far a story has gone, in order. An architecture need not have every stage; asked for one, it tells the last before it. */
export const STAGES = ['registered', 'looked-up', 'zone-created', 'records', 'delegated', 'settled'] as const;
export type Stage = (typeof STAGES)[number];
