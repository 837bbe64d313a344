/**
 * Asks of every request, before its body is read: who calls, how often he does, and whether he may. So whoever may not send
 * costs no more than a few headers, however much he sends; addresses that do not exist are refused here, too.
 */
import type { IncomingMessage } from 'node:http';
import { NotFoundException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mustHaveAccess } from '@pledgeline/contracts';
import type { Caller } from '@pledgeline/contracts';
import type { FastifyRequest } from 'fastify';
import type { FoundRule, rulesOf } from './access.ts';
import { BadRequest } from './bad-request.ts';
import type { RateLimits } from './hardening/rate-limits.ts';
import { NOBODY, onlyReads } from './identity/identity.ts';
import type { Identity } from './identity/identity.ts';
import { NotSignedIn, signInNeeded } from './identity/not-signed-in.ts';
import { faultIn } from './json-fault.ts';
import { isPageOfTheApi } from './openapi/api-document.ts';
import type { ProofDoors } from './proof/proof-configuration.ts';

export interface Admission {
  readonly identity: Identity;
  readonly ruleOf: ReturnType<typeof rulesOf>;
  readonly limits: RateLimits;
  readonly proofDoors: ProofDoors;
}

/** What everybody may send is a sign-in, which is short. */
const OPEN_BODY_LIMIT_BYTES = 10_000;

type Admitted = FastifyRequest & { caller: Caller };

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The rule of access of a route, noted when it is made. */
    found?: FoundRule;
  }
}

/** Call before the routes are made. */
export const admitRequests = (app: NestFastifyApplication, admission: Admission): void => {
  const { identity, ruleOf, limits, proofDoors } = admission;
  const fastify = app.getHttpAdapter().getInstance();
  const waiting = new WeakSet<IncomingMessage>();
  fastify.addHook('onRoute', (route) => {
    const found = ruleOf(route.handler);
    route.config = { ...route.config, found };
    if (found.rule?.roles.includes('PUBLIC') === true) route.bodyLimit = OPEN_BODY_LIMIT_BYTES;
  });
  fastify.addHook('onRequest', async (request, reply) => {
    const caller = await callerOf(request, identity, limits);
    (request as Admitted).caller = caller;
    await limits.count(request, caller);
    mustExist(request);
    mustBeReadable(request.query, 'QUERY_NOT_USABLE');
    mustBeReadable(request.params, 'PATH_NOT_USABLE');
    mustBeAllowed(request, caller, proofDoors);
    if (waiting.has(request.raw) && !isTooLarge(request)) reply.raw.writeContinue();
  });
  // Node would ask for the body of a client that waits for that (`Expect: 100-continue`) before anything is looked at.
  const server = app.getHttpServer();
  server.on('checkContinue', (request, response) => {
    waiting.add(request);
    server.emit('request', request, response);
  });
};

const callerOf = async (request: FastifyRequest, identity: Identity, limits: RateLimits): Promise<Caller> => {
  try {
    return await identity.callerOf(request);
  } catch (error) {
    if (error instanceof NotSignedIn && error.isWrong) await limits.failed(request);
    throw error;
  }
};

const mustExist = ({ is404, method, url }: FastifyRequest): void => {
  if (is404) throw new NotFoundException(`Cannot ${method} ${url}`);
};

const mustBeReadable = (given: unknown, code: string): void => {
  const fault = faultIn(given);
  if (fault !== undefined) throw new BadRequest(code, fault.message, [fault]);
};

const mustBeAllowed = (
  { method, routeOptions: { config, url = '' } }: FastifyRequest,
  caller: Caller,
  proofDoors: ProofDoors,
): void => {
  if (onlyReads(method) && isPageOfTheApi(url)) return;
  const { operation, rule } = config.found ?? { operation: url, rule: undefined };
  const isKept = rule?.showsTheLog === true && proofDoors === 'signed-in';
  if (caller === NOBODY && (isKept || rule?.roles.includes('PUBLIC') === false)) throw signInNeeded();
  mustHaveAccess(operation, rule, caller);
};

const isTooLarge = ({ headers, routeOptions: { bodyLimit } }: FastifyRequest): boolean =>
  Number(headers['content-length']) > bodyLimit;
