/**
 * How often one may ask: each who has signed in by his subject, whoever has not by his address; and how often an address may
 * fail to show who it is, so that nobody tries out secrets. Counted in this process alone: several instances let
 * through several times as much.
 */
import rateLimit from '@fastify/rate-limit';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Caller } from '@pledgeline/contracts';
import type { FastifyRequest } from 'fastify';
import { NOBODY } from '../identity/identity.ts';
import { TooManyRequests } from './too-many-requests.ts';

/** Requests in a minute; 0 sets no limit. */
export interface RateLimitConfiguration {
  readonly perSubject: number;
  readonly perAddress: number;
  readonly failedSignIns: number;
}

export interface RateLimits {
  /** @throws {TooManyRequests} when this address has failed too often, before anything is checked. */
  admit(request: FastifyRequest): Promise<void>;
  /** @throws {TooManyRequests} */
  count(request: FastifyRequest, caller: Caller): Promise<void>;
  failed(request: FastifyRequest): Promise<void>;
}

const MINUTE_MS = 60_000;
/** Of whom is counted; the longest unheard are forgotten. */
const COUNTED = 20_000;

type Check = (request: FastifyRequest, more?: { readonly increment?: boolean }) => Promise<void>;

export const rateLimits = async (
  app: NestFastifyApplication,
  { perSubject, perAddress, failedSignIns }: RateLimitConfiguration,
): Promise<RateLimits> => {
  await app.register(rateLimit, { global: false, cache: COUNTED });
  const fastify = app.getHttpAdapter().getInstance();
  const callers = new WeakMap<FastifyRequest, Caller>();

  const limit = (max: number, keyGenerator: (request: FastifyRequest) => string): Check => {
    if (max === 0) return () => Promise.resolve();
    const check = fastify.createRateLimit({ max, timeWindow: MINUTE_MS, keyGenerator });
    return async (request, more) => {
      const found = await check(request, more);
      if (!found.isAllowed && found.isExceeded) throw new TooManyRequests(Math.max(found.ttlInSeconds, 1));
    };
  };
  const bySubject = limit(perSubject, (request) => callers.get(request)?.subject ?? '');
  const byAddress = limit(perAddress, ({ ip }) => ip);
  const failures = limit(failedSignIns, ({ ip }) => ip);

  return {
    admit: (request) => failures(request, { increment: false }),
    count: (request, caller) => {
      callers.set(request, caller);
      return caller === NOBODY ? byAddress(request) : bySubject(request);
    },
    // What it throws is for the next request: this one is told why it failed.
    failed: (request) => failures(request).catch(() => undefined),
  };
};
