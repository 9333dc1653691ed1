/** In which of the learner's accounts a zone is, and how a command says so. */
export const accountWords = (label: string | undefined): string =>
  label === undefined
    ? 'in your own account: leave `account=` out'
    : `in your account \`${label}\`: add \`account=${label}\``;
