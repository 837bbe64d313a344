/** Puts on the request who asks a question, and for a POST the command context, once its body is read: also for whom it is recorded. */
import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { Caller, CommandContext } from '@pledgeline/contracts';
import { mustRecordForOthers } from '@pledgeline/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { derivedId, newId } from '@pledgeline/event-sourcing';
import type { Asker, Clock } from '@pledgeline/event-sourcing';
import { BadRequest } from './bad-request.ts';
import { canonicalJson } from './canonical-json.ts';
import { traceOf } from './correlation.ts';
import { isDryRun } from './dry-run.ts';
import { addressOf } from './hardening/rate-limits.ts';
import { NOBODY, onlyReads } from './identity/identity.ts';
import { ON_BEHALF_OF, recordedIn, withoutOthers } from './on-behalf-of.ts';

type HttpRequest = FastifyRequest & { caller: Caller; asker: Asker; commandContext: CommandContext };

const KEY = /^[\x21-\x7e]{1,200}$/;

@Injectable()
export class RequestContextGuard implements CanActivate {
  constructor(private readonly clock: Clock) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    if (onlyReads(request.method)) request.asker = askerOf(request, context.switchToHttp().getResponse());
    else postContext(request, this.clock());
    return true;
  }
}

/** Nobody waits any more once the connection is closed, or the answer sent. */
const askerOf = (request: HttpRequest, reply: FastifyReply): Asker => {
  const { caller } = request;
  const closed = new AbortController();
  reply.raw.once('close', () => closed.abort(new Error('nobody waits for the answer')));
  return caller === NOBODY
    ? { account: addressOf(request), hasSignedIn: false, gone: closed.signal }
    : { account: caller.subject, hasSignedIn: true, gone: closed.signal };
};

/** For whom it is recorded is read and taken out of the body here, before the request class of the command sees it. */
const postContext = (request: HttpRequest, now: string): void => {
  const context = commandContextOf(request, now);
  const { operation = '', rule } = request.routeOptions.config.found ?? {};
  const isForOthers = ON_BEHALF_OF in membersOf(request.body);
  const dryRun = isDryRun(operation, request.query);
  if (isForOthers && rule?.recordedBy === undefined) throw notRecordable(operation);
  if (rule !== undefined) mustRecordForOthers(operation, rule, request.caller, isForOthers);
  request.commandContext = {
    ...context,
    ...(dryRun && { dryRun }),
    ...(isForOthers && { recorded: recordedIn(membersOf(request.body)) }),
  };
  if (isForOthers) request.body = withoutOthers(membersOf(request.body));
};

/** Nobody's act but the caller's own. */
const notRecordable = (operation: string): BadRequest => {
  const message = `${operation} is not recorded for others: leave onBehalfOf out.`;
  return new BadRequest('NOT_RECORDABLE', message, [{ field: ON_BEHALF_OF, message }]);
};

const membersOf = (body: unknown): object =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};

const commandContextOf = ({ id, url, headers, body, caller }: HttpRequest, now: string): CommandContext => {
  const [path = url] = url.split('?', 1);
  const key = keyOf(headers['idempotency-key']);
  return {
    caller,
    commandId: key === undefined ? newId() : derivedId('idempotency', caller.subject, path, key),
    keyed: key !== undefined,
    bodyHash: hash('sha256', `${path}\n${canonicalJson(body)}`),
    correlationId: id,
    ...traceOf(headers),
    now,
    expectedRevision: revisionOf(headers['if-match']),
  };
};

const keyOf = (value: string | string[] | undefined): string | undefined => {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && KEY.test(value)) return value;
  const message = 'must be 1 to 200 printable ASCII characters without spaces';
  throw new BadRequest('IDEMPOTENCY_KEY_INVALID', `Idempotency-Key ${message}`, [
    { field: 'idempotency-key', message },
  ]);
};

/**
 * An ETag begins with a revision; what follows after the point tells answers of one revision apart, and the mark of a weak one is
 * that of compressed bytes. Plain revisions are taken too, and tags of earlier versions, which had a hyphen.
 */
const ETAG = /^(?:W\/)?"?(\d{1,15})(?:[.-][\w-]{1,100})?"?$/;

const revisionOf = (value: string | string[] | undefined): number | undefined => {
  if (value === undefined) return undefined;
  const revision = typeof value === 'string' ? ETAG.exec(value)?.[1] : undefined;
  if (revision !== undefined) return Number(revision);
  const message = 'must be the ETag of the resource, such as "3"';
  throw new BadRequest('IF_MATCH_INVALID', `If-Match ${message}`, [{ field: 'if-match', message }]);
};
