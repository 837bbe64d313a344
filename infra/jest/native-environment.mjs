// The globals of the process are those of the tests; what a test file changed of them is put back after it.
const EVENT_HANDLERS = Symbol.for('EVENT_HANDLERS');

export default class NativeEnvironment {
  global = globalThis;
  fakeTimers = null;
  fakeTimersModern = null;
  #env = { ...process.env };
  #exit = process.exit;
  #exitCode = process.exitCode;
  #console = console;

  async setup() {
    // Handlers of the file before this one.
    delete globalThis[EVENT_HANDLERS];
    // Jest's own, which knows sources that it compiled itself; Node's shows the lines of ours.
    Error.prepareStackTrace = undefined;
  }

  async teardown() {
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) delete process.env[name];
    Object.assign(process.env, this.#env);
    process.exit = this.#exit;
    process.exitCode = this.#exitCode;
    globalThis.console = this.#console;
  }

  exportConditions() {
    return [];
  }

  getVmContext() {
    return null;
  }
}
