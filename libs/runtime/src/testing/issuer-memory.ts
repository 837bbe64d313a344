/** What the test's issuer keeps, in memory: its own example does that too, but warns on the terminal. */
import type { Adapter, AdapterPayload } from 'oidc-provider';

export const memoryAdapter = (): ((name: string) => Adapter) => {
  const kept = new Map<string, AdapterPayload>();
  return (name) => {
    const key = (id: string): string => `${name}:${id}`;
    const found = (matches: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> =>
      Promise.resolve([...kept].find(([id, one]) => id.startsWith(`${name}:`) && matches(one))?.[1]);
    return {
      upsert: (id, payload) => Promise.resolve(void kept.set(key(id), payload)),
      find: (id) => Promise.resolve(kept.get(key(id))),
      findByUserCode: (code) => found(({ userCode }) => userCode === code),
      findByUid: (uid) => found((payload) => payload.uid === uid),
      consume: (id) => {
        const payload = kept.get(key(id));
        if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
        return Promise.resolve();
      },
      destroy: (id) => Promise.resolve(void kept.delete(key(id))),
      revokeByGrantId: (grantId) => {
        for (const [id, payload] of kept) if (payload.grantId === grantId) kept.delete(id);
        return Promise.resolve();
      },
    };
  };
};
