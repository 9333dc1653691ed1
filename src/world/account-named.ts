/** `you/work` of `you` and `work`; the person's own by name without a label. */
export const accountNamed = (person: string, label: string | undefined): string =>
  label === undefined ? person : `${person}/${label}`;
