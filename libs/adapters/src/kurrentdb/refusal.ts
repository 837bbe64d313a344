/** What the server refuses this service, in a sentence that says which right its administrator has to give. */
import { StoreRefuses } from '@pledgeline/event-sourcing';
import {
  describe,
  isAboutCertificates,
  OldServer,
  shapeOf,
  UNAUTHENTICATED,
} from './error-classification.ts';

/** What was asked for: `$all` is the log. */
export interface Wanted {
  readonly act: 'read' | 'write';
  readonly stream: string;
}

/** @param error of class `forbidden`. */
export const refusalOf = (error: unknown, wanted: Wanted, askAgainMs: number): StoreRefuses =>
  new StoreRefuses(reasonOf(error, wanted), askAgainMs, { cause: error });

const reasonOf = (error: unknown, { act, stream }: Wanted): string => {
  if (error instanceof OldServer) return error.message;
  if (isAboutCertificates(error))
    return `no connection to the event store is trusted: ${describe(error)} (tls and tlsCAFile of the connection string)`;
  if (shapeOf(error).code === UNAUTHENTICATED)
    return 'the event store refuses the user or the password of the connection string';
  const right = act === 'read' ? '$r' : '$w';
  return `the event store does not let the user of the connection string ${act} ${stream}: the right ${right} in the access list of ${stream} is missing`;
};
