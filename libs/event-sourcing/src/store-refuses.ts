/** A right, a password or a certificate is missing: nothing that goes away by itself, and nothing that an event is to blame for. */
import { StoreUnavailable } from './rejected.ts';

/**
 * The store answers and refuses this process. It uses up no attempts: whoever needs the store asks again after `askAgainMs`,
 * and goes on once its administrator has given what the message names.
 */
export class StoreRefuses extends StoreUnavailable {
  constructor(
    message: string,
    readonly askAgainMs: number,
    options?: ErrorOptions,
  ) {
    super(message, Math.ceil(askAgainMs / 1000), options);
    this.name = 'StoreRefuses';
  }
}

/** The refusal that is behind an error, if one is. */
export const refusalBehind = (error: unknown): StoreRefuses | undefined => {
  if (error instanceof StoreRefuses) return error;
  return error instanceof Error && error.cause !== undefined ? refusalBehind(error.cause) : undefined;
};
