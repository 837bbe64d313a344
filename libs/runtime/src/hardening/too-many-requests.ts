/** Somebody asks more often than is meant: answered 429, with the time to wait. */
export class TooManyRequests extends Error {
  override readonly name = 'TooManyRequests';
  readonly code = 'TOO_MANY_REQUESTS';

  constructor(readonly retryAfterSeconds: number) {
    super(`Too many requests: ask again in ${retryAfterSeconds} s.`);
  }
}
