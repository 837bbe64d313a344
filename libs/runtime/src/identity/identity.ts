/** The seam of identity: who calls. Which kind there is, is the configuration's choice; nobody else sees a token. */
import type { Caller } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import { CSRF_HEADER } from './proof-headers.ts';
import type { CookieRequest } from './session-cookie.ts';

/** As little of a request as shows who calls. */
export interface IdentifiedRequest extends CookieRequest {
  readonly method: string;
}

export interface Identity {
  /**
   * @returns {@link NOBODY} for a caller without a proof; a proof that is shown must hold, also where none is needed.
   * @throws {NotSignedIn} when what is shown does not hold.
   * @throws {BadRequest} when it cannot be understood.
   */
  callerOf(request: IdentifiedRequest): Caller | Promise<Caller>;
}

/** A caller who gives no proof of who he is. */
export const NOBODY: Caller = { subject: 'anonymous', role: 'PUBLIC', state: null };

/** A partner without a state speaks for a body, where its sign-in names one; nobody else does. */
export const speakingFor = (caller: Caller, body: string | null | undefined): Caller => {
  const named = body?.trim() ?? '';
  return caller.role === 'PARTNER' && caller.state === null && named !== ''
    ? { ...caller, body: named }
    : caller;
};

/** Whether the request only asks. */
export const onlyReads = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** The token of `Authorization: Bearer`, or undefined. */
export const bearerOf = ({ headers }: IdentifiedRequest): string | undefined => {
  const given = headers['authorization'];
  return typeof given === 'string' ? /^Bearer +([\x21-\x7e]+)$/i.exec(given)?.[1] : undefined;
};

/**
 * A browser sends its cookies for any page that asks; only a page of ours knows the other half of the session.
 * @throws {Rejected} CSRF_TOKEN for a request that changes something and does not show it.
 */
export const mustBeOurPage = (request: IdentifiedRequest, isCsrf: (given: string) => boolean): void => {
  if (onlyReads(request.method)) return;
  const given = request.headers[CSRF_HEADER];
  if (typeof given === 'string' && isCsrf(given)) return;
  throw new Rejected('forbidden', 'CSRF_TOKEN', `${CSRF_HEADER} must be the csrf of the session.`, {
    field: CSRF_HEADER,
  });
};
