/** A server of its own whose people sign in at an OpenID Connect issuer, which is a real one. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@pledgeline/adapters/testing';
import { launch, startIssuer } from '@pledgeline/runtime/testing';
import type { TestIssuer } from '@pledgeline/runtime/testing';

const MAIN = new URL('../../../standalone/src/main.ts', import.meta.url);
const CLIENT = 'console';

export interface ServerAtAnIssuer {
  readonly url: string;
  readonly issuer: TestIssuer;
  close(): Promise<void>;
}

export const serverAtAnIssuer = async (): Promise<ServerAtAnIssuer> => {
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-issuer-'));
  // The issuer is told where browsers come back to before there is anything.
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const issuer = await startIssuer({}, { id: CLIENT, redirectAddress: `${address}/session/callback` });
  const server = launch(MAIN, {
    PORT: String(port),
    PLEDGELINE_DATA: join(folder, 'data'),
    PLEDGELINE_IDENTITY: 'oidc',
    PLEDGELINE_ADDRESS: address,
    PLEDGELINE_SESSION_KEY: Buffer.alloc(32, 7).toString('base64'),
    OIDC_ISSUER: issuer.url,
    OIDC_AUDIENCE: issuer.audience,
    OIDC_RESOURCE: issuer.audience,
    OIDC_CLIENT_ID: CLIENT,
    OIDC_CLIENT_SECRET: issuer.clientSecret,
    OIDC_CLOCK_SKEW_SECONDS: '0',
  });
  return {
    url: await server.url,
    issuer,
    close: async () => {
      await server.kill();
      await issuer.leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
