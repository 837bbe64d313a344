/**
 * Whose word about the address of a client (`X-Forwarded-For`) is trusted: addresses, ranges of them, and names. A name stands
 * for the addresses that it has now, which in a cluster are those of the pods behind a headless Service and of nobody else.
 */
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Log } from '@pledgeline/event-sourcing';

/** Of a name; rejects when there is none, or nobody who would know. */
export type Resolve = (name: string) => Promise<readonly string[]>;

export interface TrustedProxies {
  /** As Fastify asks. @param address of the client that is connected, or of a proxy before it */
  readonly trusts: (address: string) => boolean;
  /** Asks for the addresses of all names. Never rejects: a name that is not found keeps those that it had. */
  readonly refresh: () => Promise<void>;
}

export const trustedProxies = (named: readonly string[], resolve: Resolve, log: Log): TrustedProxies => {
  const fixed = new BlockList();
  for (const one of named.filter(isAddressOrRange)) add(fixed, one);
  const names = named.filter((one) => !isAddressOrRange(one));
  const found = new Map<string, BlockList>();
  const missing = new Set<string>();
  const addressesNow = async (name: string): Promise<readonly string[] | undefined> => {
    try {
      const addresses = await resolve(name);
      missing.delete(name);
      return addresses;
    } catch (error) {
      if (!missing.has(name)) log.warn({ name, err: error }, 'a trusted proxy is not found by its name');
      missing.add(name);
      return undefined;
    }
  };
  return {
    trusts: (address) => [fixed, ...found.values()].some((list) => has(list, address)),
    refresh: async () => {
      await Promise.all(
        names.map(async (name) => {
          const addresses = await addressesNow(name);
          if (addresses === undefined) return;
          const list = new BlockList();
          for (const one of addresses) add(list, one);
          found.set(name, list);
        }),
      );
    },
  };
};

/** So long the addresses of a name are trusted: a new one is not trusted, and one that has gone is, for that time at most. */
const REFRESH_EVERY_MS = 10_000;

/** Asks for the names when the service is ready, and again and again until it is closed. */
export const keepFresh = (app: NestFastifyApplication, { refresh }: TrustedProxies): void => {
  const fastify = app.getHttpAdapter().getInstance();
  let timer: NodeJS.Timeout | undefined;
  fastify.addHook('onReady', async () => {
    await refresh();
    timer = setInterval(() => void refresh(), REFRESH_EVERY_MS).unref();
  });
  fastify.addHook('onClose', () => {
    clearInterval(timer);
  });
};

/** As the machine resolves names, with its search domains. */
export const addressesOf: Resolve = async (name) =>
  (await lookup(name, { all: true })).map(({ address }) => address);

/** Of an IPv4 address as IPv6 has it (`::ffff:10.0.0.1`) the IPv4 address counts. */
const has = (list: BlockList, address: string): boolean => {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 6 ? 'ipv6' : 'ipv4');
};

const add = (list: BlockList, one: string): void => {
  const [address = '', bits] = one.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(bits), family);
};

/** A range says how many bits of it count, and no more than there are. */
export const isAddressOrRange = (one: string): boolean => {
  const [address = '', bits, ...more] = one.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
};

/** RFC 1123: a name whose last label is a number would be an address that is written wrong. */
const NAME = /^(?=.{1,253}$)([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)*(?!\d+$)[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i;

export const isHostName = (one: string): boolean => NAME.test(one);
