/** The letter of an option as a message shows it: `A)` for the first. */
export const letterOf = (place: number): string => `${String.fromCharCode('A'.charCodeAt(0) + place)})`;
