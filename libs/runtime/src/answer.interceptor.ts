/** Turns what a controller answers into status and headers: a command's place and revision, a resource's ETag. */
import { Injectable } from '@nestjs/common';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { CommandAnswer } from '@pledgeline/contracts';
import { sendPrepared } from './answering/send-prepared.ts';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { map } from 'rxjs';
import type { Observable } from 'rxjs';

interface HttpReply {
  status(code: number): this;
  header(name: string, value: string): this;
}

interface HttpRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const reply = context.switchToHttp().getResponse<HttpReply>();
    const request = context.switchToHttp().getRequest<HttpRequest>();
    return next.handle().pipe(
      map((answer: unknown) => {
        if (isCommandAnswer(answer)) return commandAnswer(answer, reply);
        if (isPrepared(answer)) return sendPrepared(answer, request.headers, reply);
        if (request.method === 'POST') reply.status(200);
        if (hasRevision(answer)) reply.header('etag', `"${answer.revision}"`);
        return answer;
      }),
    );
  }
}

const commandAnswer = (
  { stream, revision, repeated, location, created }: CommandAnswer,
  reply: HttpReply,
) => {
  reply
    .status(created ? 201 : 200)
    .header('etag', `"${revision}"`)
    .header('location', location);
  if (repeated) reply.header('idempotency-replayed', 'true');
  return { stream, revision, after: `${stream}@${revision}`, location, repeated };
};

const isCommandAnswer = (answer: unknown): answer is CommandAnswer =>
  hasRevision(answer) && 'stream' in answer && 'location' in answer && 'created' in answer;

const isPrepared = (answer: unknown): answer is PreparedAnswer =>
  typeof answer === 'object' && answer !== null && 'body' in answer && answer.body instanceof Uint8Array;

const hasRevision = (answer: unknown): answer is { readonly revision: number } =>
  typeof answer === 'object' &&
  answer !== null &&
  'revision' in answer &&
  typeof answer.revision === 'number';
