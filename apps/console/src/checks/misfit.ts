/** What does not fit what was signed. Its words are the page's. */

export type MisfitKind =
  /** The key is none, or its id is of another. */
  | 'key'
  | 'unsigned'
  | 'signature'
  | 'checkpoint'
  /** What the server shows of its changes of keys. */
  | 'keyChange'
  | 'otherLog'
  /** Two signed heads of one size have different roots. */
  | 'fork'
  | 'consistency'
  /** What the answer says of its checkpoint is not what stands in it. */
  | 'claimed'
  | 'opening'
  | 'path'
  | 'otherEvent'
  | 'shown'
  /** It stands on the page, and the log has no proof of it. */
  | 'unproved';

export interface Misfit {
  readonly kind: MisfitKind;
  /** The name of a key, a field, or what an opening is refused for; blank where there is nothing to name. */
  readonly about: string;
}

/** Thrown by checks, caught where they are put together. */
export class DoesNotFit extends Error {
  override readonly name = 'DoesNotFit';
  readonly misfit: Misfit;

  constructor(kind: MisfitKind, about = '') {
    super(kind);
    this.misfit = { kind, about };
  }
}
