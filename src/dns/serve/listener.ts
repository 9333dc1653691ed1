/** Something that listens on a socket until it is closed. */
export interface Listener {
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/** A socket could not be opened; the message is a sentence for whoever started it. */
export class ListenError extends Error {
  constructor(transport: 'UDP' | 'TCP', address: string, port: number, cause: NodeJS.ErrnoException) {
    super(`Cannot listen on ${address} port ${port} (${transport}): ${reasonOf(cause)}`, { cause });
    this.name = 'ListenError';
  }
}

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EADDRINUSE':
      return 'something else listens there. Give another port, as in `--port 5354`.';
    case 'EACCES':
      return 'ports below 1024 are for root. Give a higher one, as in `--port 5353`.';
    case 'EADDRNOTAVAIL':
      return 'this machine has no such address. Linux has all of 127.0.0.0/8; elsewhere add it to the loopback interface.';
    case 'EMFILE':
      return 'too many files are open. Raise the limit, as with `ulimit -n 8192`.';
    default:
      return message;
  }
}
