/** The quantile of the normal distribution that leaves 2.5 % above it. */
const Z = 1.96;

/**
 * A share that what was seen makes believable: the lower end of Wilson's interval at 95 %, 0 to 1; 0 if nothing was
 * seen. Few responses lead to a low one, however well they went: 3 of 3 to 0.44, 30 of 30 to 0.89.
 * Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", Journal of the American
 * Statistical Association 22 (1927), 209–212.
 */
export function wilsonLowerBound(right: number, responses: number): number {
  if (right === 0) return 0;
  const share = right / responses;
  const spread = Z * Math.sqrt((share * (1 - share)) / responses + Z ** 2 / (4 * responses ** 2));
  return (share + Z ** 2 / (2 * responses) - spread) / (1 + Z ** 2 / responses);
}
