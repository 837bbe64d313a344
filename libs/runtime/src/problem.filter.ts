/** Answers whatever was thrown with a problem document, and logs what is our fault. */
import { Catch } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { EventStore, Log } from '@pledgeline/event-sourcing';
import { PROBLEM_MEDIA_TYPE, problemOf } from './problem.ts';
import type { Problem } from './problem.ts';

interface HttpRequest {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly caller?: { readonly subject: string; readonly role: string };
}

interface HttpReply {
  status(code: number): this;
  header(name: string, value: string): this;
  send(body: string): unknown;
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly store: EventStore,
    private readonly log: Log,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<HttpRequest>();
    const problem = await this.problemFor(error, request.id);
    this.tell(problem, request, error);
    const reply = host.switchToHttp().getResponse<HttpReply>();
    const retryAfter = problem['retryAfter'];
    if (typeof retryAfter === 'number') reply.header('retry-after', String(retryAfter));
    reply.status(problem.status).header('content-type', PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
  }

  /** A store that fails while the events since are read must not leave the request without an answer. */
  private async problemFor(error: unknown, instance: string): Promise<Problem> {
    try {
      return await problemOf(error, instance, this.store);
    } catch (second) {
      return await problemOf(second, instance, this.store);
    }
  }

  /** Who, what, when, code; never the body (lifecycle page, section 3, rule 6). */
  private tell({ status, code }: Problem, request: HttpRequest, error: unknown): void {
    const { id, method, url, caller } = request;
    const fields = { correlationId: id, method, path: url.split('?', 1)[0], code, status, caller };
    if (status >= 500) this.log.error({ ...fields, err: error }, 'request failed');
    else if (method === 'POST') this.log.info(fields, 'command refused');
  }
}
