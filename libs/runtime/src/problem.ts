/** Problem documents (RFC 9457): the one place where what went wrong becomes an HTTP status. It knows no business word. */
import { HttpException } from '@nestjs/common';
import {
  AppendTooLarge,
  ChangedSince,
  HistoryIncomplete,
  Rejected,
  StoreUnavailable,
  TooBusy,
} from '@pledgeline/event-sourcing';
import type { RecordedEvent, RejectionKind } from '@pledgeline/event-sourcing';
import { BadRequest } from './bad-request.ts';
import { TooManyRequests } from './hardening/too-many-requests.ts';
import { IssuerUnavailable } from './identity/issuer-unavailable.ts';
import { NotSignedIn } from './identity/not-signed-in.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Stable: what programs tell problems apart by. */
  readonly code: string;
  /** The correlation id, which finds the log lines of the request. */
  readonly instance: string;
  readonly [extra: string]: unknown;
}

const STATUS_OF: Readonly<Record<RejectionKind, number>> = {
  invalid: 422,
  missing: 404,
  conflict: 409,
  forbidden: 403,
};

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  401: 'Who are you?',
  403: 'Not allowed',
  404: 'Not found',
  405: 'No such method here',
  408: 'Too slow',
  409: 'Not possible now',
  412: 'Changed since you looked',
  413: 'Too large',
  414: 'Too long an address',
  415: 'Not this media type',
  422: 'The content is not valid',
  429: 'Too often',
  431: 'Too large',
  500: 'Our fault',
  503: 'Not available now',
};

/** What Fastify and Nest refuse before a controller is reached. */
const HTTP_CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  413: 'BODY_TOO_LARGE',
  414: 'URL_TOO_LONG',
  415: 'MEDIA_TYPE_NOT_SUPPORTED',
  431: 'HEADERS_TOO_LARGE',
  503: 'NOT_READY',
};

export const problemOf = (error: unknown, instance: string): Problem => {
  if (error instanceof BadRequest)
    return problem(400, error.code, error.message, instance, { errors: error.errors });
  if (error instanceof TooManyRequests) {
    return problem(429, error.code, error.message, instance, { retryAfter: error.retryAfterSeconds });
  }
  if (error instanceof NotSignedIn) return problem(401, error.code, error.message, instance, error.details);
  if (error instanceof Rejected) {
    return problem(STATUS_OF[error.kind], error.code, error.message, instance, asListed(error.details));
  }
  if (error instanceof AppendTooLarge) {
    const { size, limit } = error;
    return problem(422, error.code, error.message, instance, { size, ...(limit !== null && { limit }) });
  }
  if (error instanceof ChangedSince) {
    const { stream, expected, actual, since } = error;
    const eventsSince = since.map(inShort);
    return problem(412, error.code, error.message, instance, { stream, expected, actual, eventsSince });
  }
  if (error instanceof StoreUnavailable || error instanceof IssuerUnavailable || error instanceof TooBusy) {
    return problem(503, error.code, error.message, instance, { retryAfter: error.retryAfterSeconds });
  }
  if (error instanceof HttpException && error.getStatus() < 500) {
    return refusedBefore(error.getStatus(), error.message, instance);
  }
  if (error instanceof HistoryIncomplete) {
    const { stream, missing } = error;
    return problem(500, error.code, error.message, instance, { stream, missing });
  }
  return problem(
    500,
    'INTERNAL',
    'Something went wrong on our side; the instance finds it in our log.',
    instance,
  );
};

/** What the framework refuses before any code of ours is reached. */
export const refusedBefore = (status: number, detail: string, instance: string): Problem =>
  problem(status, HTTP_CODES[status] ?? 'BAD_REQUEST', detail, instance, POSSIBLE_INSTEAD[status]);

/** By status: what would be taken. */
const POSSIBLE_INSTEAD: Readonly<Record<number, { readonly allowed: readonly string[] }>> = {
  415: { allowed: ['application/json'] },
};

export const problem = (
  status: number,
  code: string,
  detail: string,
  instance: string,
  extra: Readonly<Record<string, unknown>> = {},
): Problem => ({
  // First, so that no detail can take the place of a standard member.
  ...extra,
  type: `urn:pledgeline:problem:${code.toLowerCase().replaceAll('_', '-')}`,
  title: TITLES[status] ?? 'Refused',
  status,
  detail,
  code,
  instance,
});

/** What is possible instead is a list, also where it is one thing. */
const asListed = (details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { allowed, ...others } = details;
  if (allowed === undefined || Array.isArray(allowed)) return details;
  return allowed === null ? others : { ...others, allowed: [allowed] };
};

/** What another did, without its content. */
const inShort = ({ id, type, revision, recordedAt, metadata }: RecordedEvent): object => ({
  id,
  type,
  revision,
  recordedAt,
  occurredOn: metadata.occurredOn,
});
