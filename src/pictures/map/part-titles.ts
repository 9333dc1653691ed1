import type { Place } from './world-map.ts';

/** What a place is and who that is: `Registrar Amazon Route 53`. */
export const placeTitle = ({ job, who }: Place): string => (who === undefined ? `${job}: nobody` : `${job} ${who}`);
