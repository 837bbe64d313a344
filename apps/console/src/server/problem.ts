/** What the server says when it refuses, and what it means that it says nothing. */
import type { components } from '../generated/openapi.d.ts';

export type Problem = components['schemas']['Problem'];

/** A refusal of the server. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly problem: Problem,
    /** In how many seconds to ask again; null where the server does not say. */
    readonly retryAfter: number | null,
  ) {
    super(problem.detail);
  }
}

/** Nothing came back: the connection, or the server, is gone. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

const IN_A_WHILE_SECONDS = 5;

/** @param body what was read of the answer, whatever it is. */
export const refusalOf = (response: Response, body: unknown): Refused => {
  const said = Number(response.headers.get('retry-after'));
  const problem = isProblem(body) ? body : unexplained(response);
  return new Refused(problem, said > 0 ? said : (problem.retryAfter ?? null));
};

/** In how many seconds a question may be asked again by itself; null where that is no use. */
export const secondsToWait = (error: unknown): number | null => {
  if (error instanceof Unanswered) return IN_A_WHILE_SECONDS;
  if (!(error instanceof Refused)) return null;
  const { status, code } = error.problem;
  const passes = status === 429 || status === 503 || code === 'NOT_YET_VISIBLE';
  if (!passes || code === 'CONSOLE_NOT_BUILT') return null;
  return error.retryAfter ?? (code === 'NOT_YET_VISIBLE' ? 1 : IN_A_WHILE_SECONDS);
};

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** A proxy in between may answer in its own way. */
const unexplained = ({ status, statusText }: Response): Problem => ({
  type: 'about:blank',
  title: statusText,
  status,
  detail: statusText,
  code: `HTTP_${status}`,
  instance: '',
});
