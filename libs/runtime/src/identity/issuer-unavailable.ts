/** The issuer cannot be asked, so no new token can be accepted and nobody new signs in: answered 503. Callers who are known already go on. */
export class IssuerUnavailable extends Error {
  override readonly name = 'IssuerUnavailable';
  readonly code = 'ISSUER_UNAVAILABLE';
  readonly retryAfterSeconds = 5;

  constructor(options: ErrorOptions) {
    super('The issuer of sign-ins cannot be asked now.', options);
  }
}
