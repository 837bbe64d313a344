/**
 * How often one may ask: each who has signed in by his subject, whoever has not by his address; how often an address may
 * fail to show who it is, so that nobody tries out secrets; and how often it may send what cannot be read. Counted in this process alone: several instances let
 * through several times as much.
 */
import rateLimit, { normalizeIP } from '@fastify/rate-limit';
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
  /** @throws {TooManyRequests} */
  count(request: FastifyRequest, caller: Caller): Promise<void>;
  /** Of a request that showed a proof which does not hold. */
  failed(request: FastifyRequest): Promise<void>;
  /** Of a request that was refused before it was asked who sends it: no such address, no such body. */
  unread(request: FastifyRequest): Promise<void>;
}

const MINUTE_MS = 60_000;
/** Of whom is counted; the longest unheard are forgotten. */
const COUNTED = 20_000;

interface Limit {
  /** @throws {TooManyRequests} when it is one too many. */
  count(request: FastifyRequest): Promise<void>;
  /** Counts nothing. @throws {TooManyRequests} when one more would be too many. */
  look(request: FastifyRequest): Promise<void>;
}

const NO_LIMIT: Limit = { count: () => Promise.resolve(), look: () => Promise.resolve() };

/** Call before the routes are made. From then on an address that has failed too often is refused before its body is read. */
export const rateLimits = async (
  app: NestFastifyApplication,
  { perSubject, perAddress, failedSignIns }: RateLimitConfiguration,
): Promise<RateLimits> => {
  await app.register(rateLimit, { global: false });
  const fastify = app.getHttpAdapter().getInstance();
  const callers = new WeakMap<FastifyRequest, Caller>();

  const limit = (max: number, keyGenerator: (request: FastifyRequest) => string): Limit => {
    if (max === 0) return NO_LIMIT;
    // Its type does not know of `cache`, which it hands to its store.
    const options = { max, timeWindow: MINUTE_MS, cache: COUNTED, keyGenerator };
    const check = fastify.createRateLimit(options);
    return {
      count: async (request) => {
        const found = await check(request);
        if (!found.isAllowed && found.isExceeded) throw tooMany(found.ttlInSeconds);
      },
      look: async (request) => {
        const found = await check(request, { increment: false });
        if (!found.isAllowed && found.remaining === 0) throw tooMany(found.ttlInSeconds);
      },
    };
  };
  const bySubject = limit(perSubject, (request) => callers.get(request)?.subject ?? '');
  const byAddress = limit(perAddress, addressOf);
  const failures = limit(failedSignIns, addressOf);
  const unread = limit(perAddress, addressOf);

  fastify.addHook('onRequest', async (request) => {
    if (!isCounted(request)) return;
    await failures.look(request);
    await unread.look(request);
  });

  // What it throws is for the next request: this one is told why it is refused.
  const quietly = (of: Limit) => (request: FastifyRequest) => of.count(request).catch(() => undefined);
  return {
    count: async (request, caller) => {
      if (!isCounted(request)) return;
      callers.set(request, caller);
      await (caller === NOBODY ? byAddress : bySubject).count(request);
    },
    failed: quietly(failures),
    unread: quietly(unread),
  };
};

const tooMany = (seconds: number): TooManyRequests => new TooManyRequests(Math.max(seconds, 1));

/** Orchestrators ask after its health however busy it is. */
const isCounted = ({ url }: FastifyRequest): boolean => !url.startsWith('/health/');

/** Of an IPv6 address the network, all of which one customer has. Whoever has hung up has no address. */
export const addressOf = ({ ip }: Partial<Pick<FastifyRequest, 'ip'>>): string => normalizeIP(ip ?? 'gone');
