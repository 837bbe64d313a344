/** The demo's server: on the port asked for, and on a data folder that is empty at the start. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namedInHeaders, signedInBy, type Identify } from './identity.ts';
import { tokensOf } from './tokens.ts';
import { HOST, runStandalone, type StandaloneProcess } from './standalone-process.ts';

export interface DemoServer extends Pick<StandaloneProcess, 'url' | 'ended'> {
  /** Where it keeps everything, in words. */
  readonly keeps: string;
  /** How its people show who they are. */
  readonly identify: Identify;
  /** Where an import writes what it rejects. */
  readonly rejectsFile: string;
  /** Stops it cleanly, and takes a temporary data folder away. */
  stop(): Promise<void>;
}

/** Something for the user to put right: said in one line, without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** @returns the server at PLEDGELINE_URL, whichever processes are behind it, or one of its own. It has no pledges yet. */
export const serverFor = async (env: NodeJS.ProcessEnv): Promise<DemoServer> => {
  const url = env.PLEDGELINE_URL;
  if (url === undefined) return startServer(env);
  const folder = mkdtempSync(join(tmpdir(), 'pledgeline-demo-'));
  return {
    url,
    identify: identifiedAt(env),
    keeps: 'its own stores',
    rejectsFile: join(folder, 'rejects.csv'),
    // It was there before, and outlives the demo.
    ended: new Promise(() => undefined),
    stop: () => {
      rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
};

/** To a server that is there already: with tokens where its issuer is named. @throws {CannotStart} naming what is not set. */
const identifiedAt = (env: NodeJS.ProcessEnv): Identify => {
  const { OIDC_ISSUER: issuer, OIDC_AUDIENCE: audience, OIDC_CLIENT_SECRET: clientSecret } = env;
  if (issuer === undefined) return namedInHeaders;
  if (audience !== undefined && clientSecret !== undefined)
    return tokensOf({ issuer, audience, clientSecret });
  throw new CannotStart('tokens of OIDC_ISSUER also need OIDC_AUDIENCE and OIDC_CLIENT_SECRET');
};

/** @throws {CannotStart} when the port is taken, the data folder is not empty, or the server does not come up. */
export const startServer = async (env: NodeJS.ProcessEnv): Promise<DemoServer> => {
  const port = await usablePort(env.PORT ?? '3000');
  // With the people's own names, as elsewhere, for runs that are to be compared.
  const trustsHeaders = env.PLEDGELINE_IDENTITY === 'headers';
  const given = env.PLEDGELINE_DATA;
  if (given !== undefined && !isEmpty(given)) {
    throw new CannotStart(`the demo needs an empty data folder, and ${given} is not: name another, or none`);
  }
  const dataFolder = given ?? mkdtempSync(join(tmpdir(), 'pledgeline-demo-'));
  // Beside the folder and not in it: the server finds its data folder empty.
  const logFile = `${dataFolder}.log`;
  const tidy = (): void => {
    if (given === undefined) rmSync(dataFolder, { recursive: true, force: true });
    rmSync(logFile, { force: true });
  };
  try {
    const { url, ended, stop } = await runStandalone({
      dataFolder,
      port,
      logFile,
      env: { ...env, PLEDGELINE_IDENTITY: trustsHeaders ? 'headers' : 'local' },
    });
    const stopAndTidy = (): Promise<void> => stop().finally(tidy);
    return {
      url,
      identify: trustsHeaders ? namedInHeaders : signedInBy(url, dataFolder),
      keeps: dataFolder,
      rejectsFile: `${dataFolder}.rejects.csv`,
      ended,
      stop: stopAndTidy,
    };
  } catch (error) {
    tidy();
    throw new CannotStart((error as Error).message);
  }
};

/** The port asked for, or any for 0. Asked here, so that a taken one is one clear line. */
const usablePort = async (asked: string): Promise<number> => {
  const wanted = Number(asked);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
    throw new CannotStart(`PORT is no port: ${asked}`);
  }
  const probe = createServer().listen(wanted, HOST);
  try {
    await once(probe, 'listening');
  } catch (error) {
    const why = (error as Error).message;
    throw new CannotStart(
      `port ${wanted} cannot be used (${why}): stop what listens there, or choose another with PORT=3001`,
    );
  }
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
};

const isEmpty = (folder: string): boolean => {
  try {
    return readdirSync(folder).length === 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw new CannotStart(`the data folder cannot be used: ${(error as Error).message}`);
  }
};
