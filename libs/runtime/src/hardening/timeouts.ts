/** How long slow clients are waited for: who sends byte by byte, or nothing, must not hold connections for ever. */

export interface Timeouts {
  /** For the headers of a request, from its first byte or the opening of the connection. */
  readonly headersMs: number;
  /** For a whole request, body included. */
  readonly requestMs: number;
  /** For the next request of a connection that stays open: longer than proxies keep theirs (nginx: 60 s). */
  readonly keepAliveMs: number;
  /** How often the first two are looked at. */
  readonly checkEveryMs: number;
}

export const TIMEOUTS: Timeouts = {
  headersMs: 15_000,
  requestMs: 30_000,
  keepAliveMs: 72_000,
  checkEveryMs: 5_000,
};

/** As Fastify takes them. */
export const serverTimeouts = ({ headersMs, requestMs, keepAliveMs, checkEveryMs }: Timeouts) => ({
  requestTimeout: requestMs,
  keepAliveTimeout: keepAliveMs,
  http: { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: checkEveryMs },
});
