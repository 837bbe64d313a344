import { checkConnectionString, completed, isCluster } from './connection-string.ts';

describe('connection strings', () => {
  it.each([
    'kurrentdb://127.0.0.1:2113?tls=false',
    'esdb://admin:changeit@store.example:2113/?tlsCAFile=%2Fetc%2Fca.pem',
    'kurrentdb://user:p%40ss@one:2113,two:2113,three:2113?tls=true&nodePreference=leader',
    'kurrentdb+discover://cluster.example:2113',
  ])('%s is used as it is', (url) => {
    checkConnectionString(url);
  });

  it('several hosts with +discover are refused in words, as only the first would be used', () => {
    expect(() => checkConnectionString('kurrentdb+discover://one:2113,two:2113')).toThrow(
      'list several without',
    );
  });

  it('a client that answers wrong revisions is refused', () => {
    const url = 'kurrentdb://one:2113?tls=false&throwOnAppendFailure=false';
    expect(() => checkConnectionString(url)).toThrow('wrong revisions');
  });

  it.each(['', 'http://one:2113', 'one:2113', 'kurrentdb://', 'kurrentdb://?tls=false'])(
    '%j is refused, and what it holds is not repeated',
    (url) => {
      expect(() => checkConnectionString(url)).toThrow('names at least one host');
    },
  );

  it('the refusal keeps the password', () => {
    const refusal = () => checkConnectionString('mongodb://admin:secret@one:2113');
    expect(refusal).toThrow(expect.objectContaining({ message: expect.not.stringContaining('secret') }));
  });

  it('several hosts or +discover are a cluster', () => {
    expect(isCluster('kurrentdb://one:2113,two:2113')).toBe(true);
    expect(isCluster('kurrentdb+discover://one:2113')).toBe(true);
    expect(isCluster('kurrentdb://user:a,b@one:2113?x=1,2')).toBe(false);
  });

  it.each([
    ['kurrentdb://one:1,two:2?tls=false', 'kurrentdb://one:1,two:2?tls=false&gossipTimeout=1'],
    ['kurrentdb+discover://one:1', 'kurrentdb+discover://one:1?gossipTimeout=1'],
    ['kurrentdb://one:1,two:2?gossipTimeout=4', 'kurrentdb://one:1,two:2?gossipTimeout=4'],
    [
      'kurrentdb://one:1,two:2?tls=true&Gossip-Timeout=4',
      'kurrentdb://one:1,two:2?tls=true&Gossip-Timeout=4',
    ],
    ['kurrentdb://one:1?tls=false', 'kurrentdb://one:1?tls=false'],
  ])('of %s a member of the cluster is asked for a second where nothing else is said', (url, used) => {
    expect(completed(url)).toBe(used);
  });
});
