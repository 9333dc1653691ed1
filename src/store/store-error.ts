import { assertNever } from '../base/result.ts';
import { type Lack, UnavailableError } from '../base/unavailable-error.ts';

export type StoreProblem =
  | 'no-folder'
  | 'is-folder'
  | 'no-permission'
  | 'not-a-database'
  | 'foreign'
  | 'newer'
  | 'locked'
  | 'gone'
  | 'replaced'
  | 'damaged'
  | 'disk'
  /** Of a server alone, from here on. */
  | 'unreachable'
  | 'not-let-in'
  | 'no-database'
  | 'no-right'
  | 'read-only'
  | 'too-many'
  | 'too-slow';

/** The database that the store keeps cannot be used. The message is a sentence for whoever runs the program. */
export class StoreError extends UnavailableError {
  override readonly name = 'StoreError';
  readonly problem: StoreProblem;

  /** @param place the file; or of a server where it is, without a password */
  constructor(place: string, problem: StoreProblem, cause?: unknown) {
    super(`The database ${place.includes(' at ') ? place : `file ${place}`} ${whatIsWrong(problem)}`, { cause });
    this.problem = problem;
  }

  get lack(): Lack {
    if (this.problem === 'locked') return 'busy';
    return this.problem === 'disk' ? 'no-room' : 'out-of-reach';
  }
}

/** What is wrong, and what to do. */
function whatIsWrong(problem: StoreProblem): string {
  switch (problem) {
    case 'no-folder':
      return 'cannot be made: its folder does not exist. Make the folder, or name another file.';
    case 'is-folder':
      return 'is a folder. Name a file in it instead.';
    case 'no-permission':
      return 'cannot be opened for writing. Let this user read and write both the file and its folder, or name another file.';
    case 'not-a-database':
      return 'is not a database, and was left as it is. Name another file.';
    case 'foreign':
      return 'belongs to another program, and was left as it is. Name another file.';
    case 'newer':
      return 'was written by a newer version of this program, and was left as it is. Update the program, or name another file.';
    case 'locked':
      return 'is locked by another program. Close whatever has it open, and try again.';
    case 'gone':
      return 'is not where it was: it was moved or deleted while it was in use. Put it back, and I go on; or restore a copy, and start me again.';
    case 'replaced':
      return 'is another than the one that was opened: it was replaced while it was in use, and was left as it is. Start me again to use it.';
    case 'damaged':
      return 'is damaged. Put back a copy of it, or name another file.';
    case 'disk':
      return 'cannot be written: the disk is full or failing. Make room, and try again.';
    case 'unreachable':
      return 'cannot be reached. See whether the server runs and DATABASE_URL leads to it; what was acknowledged is kept.';
    case 'not-let-in':
      return 'does not let this user in. Look at the user and the password in DATABASE_URL, and at the server’s pg_hba.conf.';
    case 'no-database':
      return 'is not there. Make it, as with `createdb`, or name another in DATABASE_URL.';
    case 'no-right':
      return 'does not let this user do that. Make the user the owner of the database.';
    case 'read-only':
      return 'takes no writes. Name the primary server in DATABASE_URL, not one that follows it.';
    case 'too-many':
      return 'has no connection left. Raise its max_connections, or start fewer processes.';
    case 'too-slow':
      return 'took too long. See what else the server does.';
    default:
      return assertNever(problem);
  }
}
