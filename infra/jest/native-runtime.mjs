// Loads tests as production loads sources: by Node itself, with the hook for TypeScript. Jest's own runtime evaluates every
// module anew for every test file, which took most of the time of `npm test`; here the files of one worker share them, as
// those of one process do. So module mocks do not exist, and a module must not keep state that a test depends on.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import '../node/typescript-hook.mjs';

const require = createRequire(import.meta.url);

// Nothing is open any more: what is left to Node is to give back its heap piece by piece, which on a busy machine takes longer than the
// half second after which jest calls a worker's end forced. What a test left open keeps the process from getting here, and shows.
process.once('beforeExit', () => process.exit());

export default class NativeRuntime {
  setGlobalsForRuntime() {}

  /** Jest's own parts; their state belongs to one test file. */
  requireInternalModule(path) {
    delete require.cache[path];
    return require(path);
  }

  requireModule(path) {
    return require(path);
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    try {
      await import(pathToFileURL(path).href);
    } catch (error) {
      // A frame of that name, as of what a module does when it is loaded, is left out by jest.
      if (error instanceof Error) error.stack = error.stack?.replaceAll('at <anonymous> (', 'at module (');
      throw error;
    }
  }

  getSourceMaps() {
    return new Map();
  }

  getAllCoverageInfoCopy() {
    return {};
  }

  enterTestCode() {}

  leaveTestCode() {}

  teardown() {}
}
