/** found.md, A3: who watches the start sees the links in a block of their own, and no line of the log has one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { temporaryFolder } from './testing/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../../..');
const folder = temporaryFolder();
afterAll(() => folder.remove());

/** `script` runs a command on a terminal of its own: that of Linux and that of BSD name the command differently. */
const onATerminal = (command: string): readonly string[] =>
  process.platform === 'linux' ? ['-qec', command, '/dev/null'] : ['-q', '/dev/null', 'sh', '-c', command];

/** All that the terminal shows, from the start of the server to its end. */
const shown = async (): Promise<readonly string[]> => {
  const { PATH = '', HOME = '' } = process.env;
  const env = {
    PATH,
    HOME,
    PORT: '0',
    PLEDGELINE_DATA: folder.path,
    PLEDGELINE_IDENTITY: 'local',
  };
  const command = 'PLEDGELINE_ENDS_WITH=$PPID exec sh infra/node/run.sh apps/standalone/src/main.ts';
  const terminal = spawn('script', onATerminal(command), {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let text = '';
  let isEnding = false;
  terminal.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more;
    if (isEnding || !text.includes('npx pledgeline sign-in --as DESK')) return;
    isEnding = true;
    // Ctrl+C, as a person ends it.
    terminal.stdin.write('\u0003');
  });
  await once(terminal, 'close');
  return text.split(/\r?\n/);
};

it('links stand on a terminal in a block of their own, one a line, and in no line of the log', async () => {
  const lines = await shown();
  const links = lines.flatMap((line, at) => (line.includes('/sign-in#') ? [at] : []));
  expect(links.length).toBeGreaterThanOrEqual(13);
  const [first = 0] = links;
  expect(links).toEqual(links.map((_, n) => first + n));
  expect(lines.slice(first - 3, first)).toEqual([
    '',
    'Sign in on this machine. Each link works once, within the hour:',
    '',
  ]);
  for (const at of links)
    expect(lines[at]).toMatch(/^ {2}[\w-]+ +http:\/\/127\.0\.0\.1:\d+\/sign-in#account=/);
  const logged = lines.filter((line) => line.startsWith('{'));
  expect(logged.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(
    expect.arrayContaining(['serving', 'stopped']),
  );
  expect(logged.filter((line) => line.includes('secret='))).toEqual([]);
});
