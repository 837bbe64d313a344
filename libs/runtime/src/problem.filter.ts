/** Answers whatever was thrown with a problem document, and logs what is our fault. */
import { Catch, MethodNotAllowedException, NotFoundException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Caller } from '@pledgeline/contracts';
import { HistoryIncomplete } from '@pledgeline/event-sourcing';
import type { Log } from '@pledgeline/event-sourcing';
import type { FastifyRequest } from 'fastify';
import type { AllowedMethods } from './allowed-methods.ts';
import type { RefusalLog } from './hardening/refusal-log.ts';
import { NOBODY, onlyReads } from './identity/identity.ts';
import { asToldTo, NotSignedIn } from './identity/not-signed-in.ts';
import type { IncompleteStreams } from './incomplete-streams.ts';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem.ts';
import type { Problem } from './problem.ts';
import { ToldOnPage } from './told-on-page.ts';

interface Asked {
  readonly caller?: Caller;
}

interface HttpReply {
  readonly sent: boolean;
  status(code: number): this;
  header(name: string, value: string): this;
  send(body: string): unknown;
  redirect(to: string, status: number): unknown;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly allowedMethods: AllowedMethods,
    private readonly refusals: RefusalLog,
    private readonly howToSignIn: string,
    private readonly incomplete: IncompleteStreams,
  ) {}

  /** Never throws: nobody would catch it, and that ends the process. */
  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest & Asked>();
    const reply = host.switchToHttp().getResponse<HttpReply>();
    try {
      this.answer(error, request, reply);
    } catch (second) {
      this.answerAgain(second, request, reply);
    }
  }

  private answerAgain(error: unknown, request: FastifyRequest & Asked, reply: HttpReply): void {
    try {
      this.answer(error, request, reply);
    } catch (second) {
      this.log.error({ correlationId: request.id, err: second }, 'no answer could be given');
    }
  }

  private answer(thrown: unknown, request: FastifyRequest & Asked, reply: HttpReply): void {
    const { refusal, page } = thrown instanceof ToldOnPage ? thrown : { refusal: thrown, page: null };
    const error = asToldTo(refusal, request.caller !== NOBODY, this.howToSignIn);
    const allowed = error instanceof NotFoundException ? this.allowedMethods(pathOf(request)) : [];
    const met = allowed.length === 0 ? error : notThisMethod(request, allowed);
    const problem = problemOf(met, request.id);
    const body = JSON.stringify(problem);
    if (error instanceof HistoryIncomplete) this.incomplete.add(error);
    this.report(problem, request, error);
    if (reply.sent) return;
    if (page !== null) {
      reply.header('cache-control', 'no-store').redirect(page, 302);
      return;
    }
    const { retryAfter } = problem;
    if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
    if (error instanceof NotSignedIn) reply.header('www-authenticate', error.challenge);
    if (allowed.length > 0) reply.header('allow', allowed.join(', '));
    reply.status(problem.status).header('content-type', PROBLEM_MEDIA_TYPE).send(body);
  }

  /** Our own faults into our log, what was refused into its own. */
  private report({ status, code }: Problem, request: FastifyRequest & Asked, error: unknown): void {
    const { id, method, ip, caller = NOBODY } = request;
    const fields = { correlationId: id, method, path: pathOf(request), code, status, caller };
    if (status >= 500) this.log.error({ ...fields, err: error }, 'request failed');
    else if (!onlyReads(method) || SHUT_OUT.includes(status))
      this.refusals.report({ ...fields, address: ip });
  }
}

/** Of questions, those that were not answered because of who asked, or how often. */
const SHUT_OUT: readonly number[] = [401, 403, 429];

const pathOf = ({ url }: Pick<FastifyRequest, 'url'>): string => url.split('?', 1)[0] ?? url;

const notThisMethod = (
  { method }: Pick<FastifyRequest, 'method'>,
  allowed: readonly string[],
): MethodNotAllowedException =>
  new MethodNotAllowedException(`${method} is not possible here: ${allowed.join(', ')}`);
