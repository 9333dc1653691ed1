/** How many connections to a database server there are: in use, open and not in use, and at most; and how many wait for one. */
export interface PoolStanding {
  readonly inUse: number;
  readonly idle: number;
  readonly most: number;
  readonly waiting: number;
}
