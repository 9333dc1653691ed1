#!/usr/bin/env node
// What `npx` runs. Plain JavaScript of long ago, so that a Node that is too old can read it and say that it is.
const isRecent = Number(process.versions.node.split('.')[0]) >= 24;
if (isRecent) {
  import('../dist/main.js');
} else {
  process.stderr.write(
    `Hostmaster needs Node 24 or newer, and this is ${process.versions.node}. Install it from https://nodejs.org, ` +
      'or have npm bring it: npx -p node@24 -p <the hostmaster-….tgz that you have> hostmaster\n',
  );
  process.exitCode = 1;
}
