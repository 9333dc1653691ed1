/** What `--help` prints. */
export const USAGE = `Hostmaster teaches who does what when a domain name works.

Usage: npm start -- [options]

  --database FILE   where what you learn is kept (default: data/hostmaster.db)
  --seed N          draw the same questions again: a whole number from 0 to 2147483647
  --help, -h        print this and leave
  --version         print the version and leave

Lines may be typed or come from a pipe:  echo /help | npm start

Environment: NO_COLOR turns colour off, FORCE_COLOR turns it on even into a pipe.
`;
