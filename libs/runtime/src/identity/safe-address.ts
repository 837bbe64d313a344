/** Which addresses may be trusted with what proves who somebody is. */
import { isIP } from 'node:net';

/** Keys that arrive over a line that others may write on prove nothing. */
export const isSafeAddress = (value: string): boolean => {
  const url = URL.parse(value);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(bare(url.hostname)));
};

const bare = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
