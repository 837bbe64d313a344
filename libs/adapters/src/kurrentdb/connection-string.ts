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

const SCHEME = /^(esdb|kurrentdb|kurrent|kdb)(\+discover)?$/;
const DISCOVER = '+discover';

const partsOf = (url: string) => {
  const match = /^([^:]+):\/\/(?:[^@/?]*@)?([^/?]*)\/?(?:\?(.*))?$/.exec(url.trim());
  return { scheme: match?.[1] ?? '', hosts: match?.[2] ?? '', options: match?.[3] ?? '' };
};
