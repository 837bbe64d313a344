import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pledgeline-demo-spec-'));
});
afterEach(() => rm(folder, { recursive: true }));

const start = (env: Readonly<Record<string, string>>) =>
  spawn(process.execPath, ['--import', at('../../../../infra/node/typescript-hook.mjs'), at('./demo.ts')], {
    // What a demo leaves behind would be in the folder for temporary files.
    env: { ...process.env, TMPDIR: folder, PORT: '0', NO_COLOR: '1', ...env },
  });

const demo = async (env: Readonly<Record<string, string>>): Promise<Ran> => {
  const child = start(env);
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code: code as number | null, out, err };
};

it('tells the runner, the refusal, the history, the report, and leaves nothing behind', async () => {
  const { code, out, err } = await demo({ PLEDGELINE_DEMO_EXIT: '1' });
  expect(code).toBe(0);
  expect(err).toBe('read as: commas, UTF-8, 26 rows\nread as: commas, UTF-8, 197 rows\n');
  expect(out.split('\n', 1)[0]).toMatch(/^Open http:\/\/127\.0\.0\.1:\d+\/console\/ in a browser$/);
  expect(out).toMatch(/links for each role are in .*sign-in-links\.txt/);
  expect(out).not.toMatch(/secret=/);
  expect(out).toContain('197 pledges read: 197 added, 0 unchanged, 0 changed, 0 repeated, 0 rejected');
  expect(out).toMatch(/-> refused: 409 AAV_MISSING: /);
  expect(out).toMatch(/#0 +2025-05-14 +PledgeAnnounced .* India: Quick-reaction force company, 1 unit/);
  expect(out).toMatch(/ deployed +1/);
  expect(out).toMatch(/UNMISS seeks 2 HOSP-L2: 1 held .*, 1 open/);
  expect(await readdir(folder)).toEqual([]);
});

it('a port that is taken is one clear line', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as AddressInfo;
  const { code, err } = await demo({ PORT: String(port) });
  taken.close();
  expect(code).toBe(1);
  expect(err).toMatch(new RegExp(`^demo: port ${port} cannot be used .*\\n$`));
});

it('a data folder with something in it is left alone', async () => {
  await writeFile(join(folder, 'mine'), '');
  const { code, err } = await demo({ PLEDGELINE_DATA: folder });
  expect(code).toBe(1);
  expect(err).toBe(
    `demo: the demo needs an empty data folder, and ${folder} is not: name another, or none\n`,
  );
  expect(await readdir(folder)).toEqual(['mine']);
});

it('serves until it is interrupted, then stops the server and ends well', async () => {
  const child = start({});
  let out = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    out += String(chunk);
    if (out.includes('until Ctrl-C')) break;
  }
  const [, url = ''] = /Serving on (\S+)/.exec(out) ?? [];
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(0);
  await expect(fetch(url)).rejects.toThrow();
});
