/**
 * How often one may ask: each who has signed in by his subject, whoever has not by his address; and how often an address may
 * show proofs that do not hold. Many people may share an address, so failures limit failures only: a proof is always
 * checked, and whoever has a good one, or none, is not refused because of them. Counted in this process alone: several
 * instances let through several times as much.
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
  /** Tiles of the log of proofs: who reads all of it asks for many, and each costs little. */
  readonly tilesPerAddress: number;
}

export interface RateLimits {
  /** @throws {TooManyRequests} */
  count(request: FastifyRequest, caller: Caller): Promise<void>;
  /** Of a request that showed a proof which does not hold. @throws {TooManyRequests} when its address did so too often */
  failed(request: FastifyRequest): Promise<void>;
}

const MINUTE_MS = 60_000;
/** Of whom is counted; the longest unheard are forgotten. */
const COUNTED = 20_000;

/** @throws {TooManyRequests} when it is one too many. */
type Limit = (request: FastifyRequest) => Promise<void>;

/** Call before the routes are made. */
export const rateLimits = async (
  app: NestFastifyApplication,
  { perSubject, perAddress, failedSignIns, tilesPerAddress }: RateLimitConfiguration,
): Promise<RateLimits> => {
  await app.register(rateLimit, { global: false });
  const fastify = app.getHttpAdapter().getInstance();
  const callers = new WeakMap<FastifyRequest, Caller>();

  const limit = (max: number, keyGenerator: (request: FastifyRequest) => string): Limit => {
    if (max === 0) return () => Promise.resolve();
    // Its type does not know of `cache`, which it hands to its store.
    const options = { max, timeWindow: MINUTE_MS, cache: COUNTED, keyGenerator };
    const check = fastify.createRateLimit(options);
    return async (request) => {
      const found = await check(request);
      if (!found.isAllowed && found.isExceeded) throw tooMany(found.ttlInSeconds);
    };
  };
  const bySubject = limit(perSubject, (request) => callers.get(request)?.subject ?? '');
  const byAddress = limit(perAddress, addressOf);
  const failures = limit(failedSignIns, addressOf);
  const tiles = limit(tilesPerAddress, addressOf);
  return {
    count: async (request, caller) => {
      if (!isCounted(request)) return;
      if (isTile(request)) return tiles(request);
      callers.set(request, caller);
      await (caller === NOBODY ? byAddress : bySubject)(request);
    },
    failed: failures,
  };
};

const tooMany = (seconds: number): TooManyRequests => new TooManyRequests(Math.max(seconds, 1));

/** Orchestrators ask after its health however busy it is. */
const isCounted = ({ url }: FastifyRequest): boolean => !url.startsWith('/health/');

const isTile = ({ url }: FastifyRequest): boolean => url.startsWith('/proof/tile/');

/** Of an IPv6 address the network, all of which one customer has. A client that has hung up has no address. */
export const addressOf = ({ ip }: Partial<Pick<FastifyRequest, 'ip'>>): string => normalizeIP(ip ?? 'gone');
