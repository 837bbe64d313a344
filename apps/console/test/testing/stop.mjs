// After the tests in a browser: the demo ends, and takes its folder along.
import { once } from 'node:events';
import { rmSync } from 'node:fs';

const stop = async () => {
  const { child, folder } = globalThis.consoleServer;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  rmSync(folder, { recursive: true, force: true });
};

export { stop as default };
