/** A share of 0 to 1 in whole percent; none but nothing is `0%`, and none but all of it is `100%`. */
export function percent(share: number): string {
  const rounded = Math.round(100 * share);
  if (rounded === 0 && share > 0) return '<1%';
  return rounded === 100 && share < 1 ? '>99%' : `${rounded}%`;
}
