/** A request that cannot be understood, whatever the state of anything: answered 400, naming the fields. */

export interface FieldError {
  /** A path in the body such as `partners.0`, or the name of a header or of a query parameter. */
  readonly field: string;
  readonly message: string;
  /** Which rule is broken: the keyword of JSON Schema, or a name of our own where it has none. */
  readonly rule?: string;
  /** What the rule allows at most, at least or only. */
  readonly limit?: string | number;
  readonly allowed?: readonly string[];
  /** Where in the body, as a JSON pointer (RFC 6901). */
  readonly pointer?: string;
}

export class BadRequest extends Error {
  override readonly name = 'BadRequest';

  constructor(
    readonly code: string,
    message: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    // Where it was found says nothing to who is answered, and to note it costs as much as the check itself.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = stackTraceLimit;
  }
}
