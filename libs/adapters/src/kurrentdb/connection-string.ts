/** Looks at a connection string before the client does, for what the client takes and then gets wrong. */

/** @throws {Error} in words, without the string: it may hold a password. */
export const checkConnectionString = (url: string): void => {
  const { scheme, hosts, options } = partsOf(url);
  if (!SCHEME.test(scheme) || hosts === '')
    throw new Error(
      'the connection string of KurrentDB begins with kurrentdb:// and names at least one host',
    );
  if (scheme.endsWith(DISCOVER) && hosts.includes(','))
    throw new Error(
      'a connection string with +discover uses its first host only: list several without +discover',
    );
  if (/(^|&)throw[-_]?on[-_]?append[-_]?failure=false/i.test(options))
    throw new Error(
      'throwOnAppendFailure=false is not supported: the client answers wrong revisions with it',
    );
};

/** The client looks for the node to talk to. */
export const isCluster = (url: string): boolean => {
  const { scheme, hosts } = partsOf(url);
  return scheme.endsWith(DISCOVER) || hosts.includes(',');
};

/**
 * The string with what the client should do where it does not say so. A member of a cluster that stands still is asked for
 * 5 s by default, longer than any attempt of ours; with 1 s it costs a part of one.
 */
export const completed = (url: string): string => {
  const { options } = partsOf(url);
  if (!isCluster(url) || GOSSIP_TIMEOUT.test(options)) return url;
  return `${url.trim()}${options === '' ? '?' : '&'}gossipTimeout=${GOSSIP_TIMEOUT_SECONDS}`;
};

/** The client's unit, which its documentation takes for milliseconds. */
const GOSSIP_TIMEOUT_SECONDS = 1;
const GOSSIP_TIMEOUT = /(^|&)gossip[-_]?timeout=/i;
const SCHEME = /^(esdb|kurrentdb|kurrent|kdb)(\+discover)?$/;
const DISCOVER = '+discover';

const partsOf = (url: string) => {
  const match = /^([^:]+):\/\/(?:[^@/?]*@)?([^/?]*)\/?(?:\?(.*))?$/.exec(url.trim());
  return { scheme: match?.[1] ?? '', hosts: match?.[2] ?? '', options: match?.[3] ?? '' };
};
