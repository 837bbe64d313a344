/** The server of tests that need no fault: the real one of KURRENTDB_URL where that is set, else the protocol stand-in. */
import { startStandIn } from './stand-in.ts';

export interface TestServer {
  readonly url: string;
  stop(): Promise<void>;
}

const real = process.env['KURRENTDB_URL'];

/** For the names of suites. */
export const TEST_SERVER = real === undefined ? 'the protocol stand-in' : 'the real server of KURRENTDB_URL';

export const testServer = async (): Promise<TestServer> => {
  if (real !== undefined) return { url: real, stop: () => Promise.resolve() };
  return startStandIn();
};
