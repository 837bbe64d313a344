/** The keys of an issuer as held here: renewed while they are used, and forgotten when they cannot be renewed. */
import { errors } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { IssuerUnavailable } from './issuer-unavailable.ts';

export interface IssuerKey {
  readonly key: Awaited<ReturnType<JWTVerifyGetKey>>;
  /** Until when a token that it has verified is accepted; later the key is asked for again. */
  readonly untilMs: number;
}

/** Finds the key of a token. Rejects with {@link IssuerUnavailable} where there are none and the issuer cannot be asked. */
export type IssuerKeys = (...token: Parameters<JWTVerifyGetKey>) => Promise<IssuerKey>;

/** How long a key may go on counting that its issuer has withdrawn. */
const COUNT_FOR_MS = 300_000;
/** From then on they are renewed beside the requests: an issuer that is away for a shorter time than the rest is not missed. */
const RENEWED_AFTER_MS = 150_000;
/** A key id that we do not know may be a new one; tokens with made-up ones cannot make us ask more often. */
const ASKED_AGAIN_AFTER_MS = 10_000;
/** After a failure: requests in their numbers do not fall upon an issuer in trouble, nor wait for it one after the other. */
const PAUSE_AFTER_FAILURE_MS = 1000;

interface Held {
  readonly keyOf: JWTVerifyGetKey;
  /** When the issuer was asked: what it withdrew later we may not know. */
  readonly askedMs: number;
}

/** @param fetchKeys asks the issuer; rejects with {@link IssuerUnavailable}. @param nowMs as `Date.now`. */
export const issuerKeys = (fetchKeys: () => Promise<JWTVerifyGetKey>, nowMs: () => number): IssuerKeys => {
  let held: Held | undefined;
  let asking: Promise<Held> | undefined;
  let failed: { readonly error: unknown; readonly atMs: number } | undefined;

  const ask = async (): Promise<Held> => {
    const askedMs = nowMs();
    try {
      held = { keyOf: await fetchKeys(), askedMs };
      return held;
    } catch (error) {
      failed = { error, atMs: nowMs() };
      throw error;
    } finally {
      asking = undefined;
    }
  };
  /** Once for all who wait. */
  const renewed = async (): Promise<Held> => {
    if (failed !== undefined && nowMs() < failed.atMs + PAUSE_AFTER_FAILURE_MS)
      throw new IssuerUnavailable({ cause: failed.error });
    return (asking ??= ask());
  };
  const current = async (): Promise<Held> => {
    if (held === undefined || nowMs() >= held.askedMs + COUNT_FOR_MS) return renewed();
    // A request that needs keys when these no longer count learns of the failure.
    if (nowMs() >= held.askedMs + RENEWED_AFTER_MS) renewed().catch(() => undefined);
    return held;
  };

  return async (header, token) => {
    const keys = await current();
    try {
      return await found(keys, header, token);
    } catch (error) {
      const mayBeNew =
        error instanceof errors.JWKSNoMatchingKey && nowMs() >= keys.askedMs + ASKED_AGAIN_AFTER_MS;
      if (!mayBeNew) throw error;
      return found(await renewed(), header, token);
    }
  };
};

/** A key of the issuer that cannot be used is no fault of the token. */
const found = async ({ keyOf, askedMs }: Held, ...token: Parameters<JWTVerifyGetKey>): Promise<IssuerKey> => {
  try {
    return { key: await keyOf(...token), untilMs: askedMs + RENEWED_AFTER_MS };
  } catch (error) {
    if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSInvalid)) throw error;
    throw new IssuerUnavailable({ cause: error });
  }
};
