/** A request that cannot be understood, whatever the state of anything: answered 400, naming the fields. */

export interface FieldError {
  /** A path in the body such as `partners.0`, or the name of a header or of a query parameter. */
  readonly field: string;
  readonly message: string;
  readonly allowed?: readonly string[];
}

export class BadRequest extends Error {
  override readonly name = 'BadRequest';

  constructor(
    readonly code: string,
    message: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(message);
  }
}
