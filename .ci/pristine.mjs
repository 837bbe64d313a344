// The README's first two commands, word for word, as a newcomer runs them: on a clone of this commit in which nothing was
// run before, with a home and a folder for temporary files of their own. Of this machine they get npm's settings and its
// download cache. The name of the clone's folder is one that people and tools give: with a space, brackets and `dist`.
// Usage: node .ci/pristine.mjs <file for the results of the tests>
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { startLine } from './command-line.mjs';
import { lackOfDemo } from './demo-serves.mjs';

/** An install without a cache on a slow line, then the demo. */
const SERVES_WITHIN_MS = 600_000;
/** What a shell, npm and TLS need. A setting of ours, of npm's scripts or of git would be help that a newcomer lacks. */
const KEPT =
  /^(?:CI|USER|LOGNAME|SHELL|TERM|LANG|LC_\w+|TZ|NODE_EXTRA_CA_CERTS|SSL_CERT_(?:FILE|DIR)|(?:https?|no|all)_proxy|npm_config_(?:registry|cafile|globalconfig))$/i;

const here = resolve(import.meta.dirname, '..');
const results = resolve(process.argv[2]);
const say = (what) => console.log(`pristine clone: ${what}`);
const output = (command, ...args) =>
  execFileSync(command, args, { cwd: here, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();

const environment = (home) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => KEPT.test(name))),
  PATH: process.env.PATH.split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter),
  HOME: join(home, 'home'),
  TMPDIR: join(home, 'tmp'),
  npm_config_cache: output('npm', 'config', 'get', 'cache'),
  npm_config_userconfig: output('npm', 'config', 'get', 'userconfig'),
});

const isTaken = (port) =>
  new Promise((done) => {
    const probe = createServer()
      .on('error', () => done(true))
      .listen(port, '127.0.0.1', () => probe.close(() => done(false)));
  });

/** The first two lines of the README's first block of commands. */
const commandsOf = (readme) => {
  const [demo, test] = /^```sh\n(.+?)^```/ms.exec(readme)?.[1].split('\n') ?? [];
  if (!demo?.includes('npm run demo') || !test?.includes('npm test'))
    throw new Error('README.md does not begin with the commands for the demo and the tests');
  return { demo, test };
};

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-pristine-'));
const clone = join(folder, 'a clone (1)', 'dist');
let line;
let endedBy;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => {
    endedBy = signal;
    void line?.stop();
  });

const runDemo = async (command, env) => {
  const taken = await isTaken(3000);
  if (taken) say('port 3000 is taken on this machine: PORT=0');
  let printed = '';
  line = startLine(command, {
    cwd: clone,
    env: { ...env, ...(taken && { PORT: '0' }) },
    onText: (text) => (printed += text),
  });
  const { running } = line;
  const lack = await lackOfDemo({ printed: () => printed, running, until: Date.now() + SERVES_WITHIN_MS });
  const stopped = await line.stop();
  return lack ?? (stopped ? undefined : 'an end when it is asked to stop');
};

const runTests = async (command, env) => {
  line = startLine(command, { cwd: clone, env: { ...env, PLEDGELINE_TEST_RESULTS: results } });
  const code = await line.ended;
  await line.stop();
  return code === 0 ? undefined : `an exit code of 0: ${code ?? 'killed'}`;
};

try {
  for (const name of ['home', 'tmp']) mkdirSync(join(folder, name));
  execFileSync('git', ['clone', '--quiet', here, clone], { stdio: 'inherit' });
  say(`${output('git', 'rev-parse', '--short', 'HEAD')} in ${clone}`);
  const changed = output('git', 'status', '--porcelain').split('\n').filter(Boolean).length;
  if (changed > 0) say(`${changed} changed files are not committed, and so are not in it`);
  const commands = commandsOf(readFileSync(join(clone, 'README.md'), 'utf8'));
  const env = environment(folder);
  for (const [run, command] of [
    [runDemo, commands.demo],
    [runTests, commands.test],
  ]) {
    const lack = await run(command, env);
    if (endedBy !== undefined) throw new Error(`ended by ${endedBy}`);
    if (lack === undefined) continue;
    say(`${command} lacks ${lack}`);
    process.exitCode = 1;
  }
} finally {
  await line?.stop();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
