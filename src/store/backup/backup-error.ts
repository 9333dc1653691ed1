import { assertNever } from '../../base/result.ts';

export type BackupProblem =
  | 'not-there'
  | 'no-folder'
  | 'is-there'
  | 'same'
  | 'not-a-database'
  | 'empty'
  | 'foreign'
  | 'newer'
  | 'damaged'
  | 'differs'
  | 'no-permission'
  | 'locked'
  | 'disk'
  | 'in-use'
  | 'target-foreign'
  | 'target-newer';

/** A copy cannot be made, or not be put back. The message is a sentence for whoever runs the program. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly file: string;
  readonly problem: BackupProblem;

  constructor(file: string, problem: BackupProblem, cause?: unknown) {
    super(`${file} ${whatIsWrong(problem)}`, { cause });
    this.file = file;
    this.problem = problem;
  }
}

/** What is wrong, that nothing was changed by it, and what to do. */
function whatIsWrong(problem: BackupProblem): string {
  switch (problem) {
    case 'not-there':
      return 'is not there. `npm start -- backup list` names the copies that there are.';
    case 'no-folder':
      return 'cannot be written: its folder does not exist. Make the folder, or name another file.';
    case 'is-there':
      return 'is there already, and was left as it is. Name a file that is not there yet.';
    case 'same':
      return 'is the database itself. Name a copy of it.';
    case 'not-a-database':
      return 'is not a database, or its beginning is lost. Nothing was changed. Take another copy.';
    case 'empty':
      return 'is a database with nothing in it. Nothing was changed. Take another copy.';
    case 'foreign':
      return 'belongs to another program. Nothing was changed. Take a copy that this program made.';
    case 'newer':
      return 'was written by a newer version of this program. Nothing was changed. Update the program first, or take an older copy.';
    case 'damaged':
      return 'is damaged or cut short. Nothing was changed. Take another copy.';
    case 'differs':
      return 'does not hold what was copied into it, so it was thrown away. Look at that disk, and try again or copy to another.';
    case 'no-permission':
      return 'may not be read or written by this user, or its folder not. Let it, or name another file.';
    case 'locked':
      return 'is locked by another program. Close whatever has it open, and try again.';
    case 'disk':
      return 'cannot be written: the disk is full or failing. What was there is untouched. Make room, and try again.';
    case 'in-use':
      return 'is in use, so nothing was changed. Stop the program that has it open, and try again; or restore beside it with `--to FILE`.';
    case 'target-foreign':
      return 'belongs to another program, and was left as it is. Name another file with `--to FILE`.';
    case 'target-newer':
      return 'was written by a newer version of this program, and was left as it is. Update the program first, or restore beside it with `--to FILE`.';
    default:
      return assertNever(problem);
  }
}
