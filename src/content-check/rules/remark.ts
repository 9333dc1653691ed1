/** Something wrong with an item: which rule it breaks, at which field of it, and in a sentence what to write instead. */
export interface Remark {
  /** Of one kind at one field only the last is told. */
  readonly kind: string;
  readonly field: string;
  readonly message: string;
}
