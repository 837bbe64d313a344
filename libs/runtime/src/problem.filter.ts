/** Answers whatever was thrown with a problem document, and logs what is our fault. */
import { Catch, MethodNotAllowedException, NotFoundException } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { Caller } from '@pledgeline/contracts';
import type { EventStore, Log } from '@pledgeline/event-sourcing';
import type { AllowedMethods } from './allowed-methods.ts';
import { NOBODY } from './identity/identity.ts';
import { NotSignedIn } from './identity/not-signed-in.ts';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem.ts';
import type { Problem } from './problem.ts';

interface HttpRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly caller?: Caller;
}

interface HttpReply {
  readonly sent: boolean;
  status(code: number): this;
  header(name: string, value: string): this;
  send(body: string): unknown;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly store: EventStore,
    private readonly log: Log,
    private readonly allowedMethods: AllowedMethods,
  ) {}

  /** Never rejects: nobody waits for it, and a rejection that nobody waits for ends the process. */
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<HttpRequest>();
    const reply = host.switchToHttp().getResponse<HttpReply>();
    try {
      await this.answer(error, request, reply);
    } catch (second) {
      await this.answer(second, request, reply).catch((third: unknown) => {
        this.log.error({ correlationId: request.id, err: third }, 'no answer could be given');
      });
    }
  }

  private async answer(error: unknown, request: HttpRequest, reply: HttpReply): Promise<void> {
    const allowed = error instanceof NotFoundException ? this.allowedMethods(pathOf(request)) : [];
    const met = allowed.length === 0 ? error : notThisMethod(request, allowed);
    const problem = await problemOf(met, request.id, this.store, request.caller ?? NOBODY);
    const body = JSON.stringify(problem);
    this.tell(problem, request, error);
    if (reply.sent) return;
    const { retryAfter } = problem;
    if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
    if (error instanceof NotSignedIn) reply.header('www-authenticate', error.challenge);
    if (allowed.length > 0) reply.header('allow', allowed.join(', '));
    reply.status(problem.status).header('content-type', PROBLEM_MEDIA_TYPE).send(body);
  }

  /** Who, what, when, code; never the body (lifecycle page, section 3, rule 6). */
  private tell({ status, code }: Problem, request: HttpRequest, error: unknown): void {
    const { id, method, caller } = request;
    const fields = { correlationId: id, method, path: pathOf(request), code, status, caller };
    if (status >= 500) this.log.error({ ...fields, err: error }, 'request failed');
    else if (method === 'POST') this.log.info(fields, 'command refused');
  }
}

const pathOf = ({ url }: HttpRequest): string => url.split('?', 1)[0] ?? url;

const notThisMethod = ({ method }: HttpRequest, allowed: readonly string[]): MethodNotAllowedException =>
  new MethodNotAllowedException(`${method} is not possible here: ${allowed.join(', ')}`);
