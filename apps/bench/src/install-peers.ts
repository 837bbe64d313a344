/** Installs the peers from their own lock file when they are not there yet: they need a C++ compiler, the project does not. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../peers/', import.meta.url));
const built = `${folder}node_modules/sqlite3/build/Release/node_sqlite3.node`;

/** @throws {Error} when npm or the compiler fails; their output is shown. */
export const installPeers = (): void => {
  if (existsSync(built)) return;
  process.stderr.write('installing the benchmark peers (about a minute, once)\n');
  npm('ci');
  npm('rebuild', 'sqlite3', '--ignore-scripts=false');
};

const npm = (...args: string[]): void => {
  execFileSync('npm', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
};
