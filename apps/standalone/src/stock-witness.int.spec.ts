/**
 * A witness that others made (litewitness), unmodified, as docs/audit.md says how to run it, and what libraries of others make of what
 * it signs and of our tree. What a machine lacks the tools for is skipped, and counted as skipped, with its reason in the name.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { freePort } from '@pledgeline/adapters/testing';
import { until } from '@pledgeline/event-sourcing/testing';
import { asker, offer, poster } from './testing/ask.ts';
import { hostStandalone } from './testing/host-standalone.ts';
import type { Hosted } from './testing/host-standalone.ts';
import { runCli } from './testing/run-cli.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const MODULES = ['github.com/transparency-dev/formats@v0.1.1', 'github.com/transparency-dev/merkle@v0.0.2'];
const PACKAGES = ['tlog-scales==0.0.3', 'rfc8785==0.1.4', 'pymerkle==7.0.0'];
const ORIGIN = 'pledges.example.org/proof';
const AUDITOR = { 'x-pledgeline-actor': 'an.auditor', 'x-pledgeline-role': 'AUDITOR' };
const EVENTS = 5;

const runs = (tool: string, ...args: readonly string[]): boolean =>
  spawnSync(tool, args, { stdio: 'ignore' }).error === undefined;
const lacking = (...tools: readonly (readonly [string, boolean])[]): string =>
  tools
    .filter(([, is]) => !is)
    .map(([tool]) => tool)
    .join(', no ');
const noWitness = lacking(
  ['Go', runs('go', 'version')],
  ['ssh-agent', runs('ssh-agent', '-h')],
  ['ssh-keygen', runs('ssh-keygen', '-h')],
  ['bash', runs('bash', '--version')],
);
const noPython = lacking(['Python', runs('python3', '--version')], ['unzip', runs('unzip', '-v')]);
/** While the server, which is in this process, answers. */
const ran = async (tool: string, ...args: readonly string[]) => {
  const child = spawn(tool, args, { cwd: folder.path });
  const [out, err, [code]] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, out, err };
};
const skipping = (missing: string): string => (missing === '' ? '' : ` (skipped: there is no ${missing})`);

const audit = readFileSync(new URL('../../../docs/audit.md', import.meta.url), 'utf8');
const commands = /\*\*To be one\*\*[^]*?```sh\n([^]*?)```/.exec(audit)?.[1] ?? '';

const folder = temporaryFolder();
const at = (name: string): string => join(folder.path, name);
const keys = at('keys');
const stock = (name: string): string =>
  readFileSync(new URL(`./testing/stock/${name}`, import.meta.url), 'utf8');
let verifierKey: string;
let server: Hosted | undefined;
const ending: (() => void)[] = [];

beforeAll(async () => {
  const drawn = await runCli(['audit', 'keys', keys, '--origin', ORIGIN, '--json']);
  ({ verifierKey } = JSON.parse(drawn.out) as { verifierKey: string });
});
afterAll(async () => {
  await server?.close();
  for (const end of ending) end();
  folder.remove();
});

const hosted = async (more: Readonly<Record<string, string>>): Promise<void> => {
  server = await hostStandalone({
    PLEDGELINE_DATA: at('data'),
    PLEDGELINE_PROOF_KEYS: keys,
    ...more,
  });
};
const announce = async (count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1)
    expect((await poster(asker(server!.url))('/pledges', offer(`Battalion ${n}`))).status).toBe(201);
};
const sizeAt = async (door: string): Promise<number> => {
  const answer = await fetch(`${server!.url}/proof/${door}`);
  return answer.ok ? Number((await answer.text()).split('\n')[1]) : -1;
};

/** By the commands of the documentation. @returns a line of a policy. */
const startWitness = async (): Promise<string> => {
  const port = await freePort();
  mkdirSync(at('witness'));
  copyFileSync(join(keys, 'signing.vkey'), at('witness/log.vkey'));
  const script = commands.replaceAll('ORIGIN', ORIGIN).replace('localhost:7380', `127.0.0.1:${port}`);
  expect(script).toContain('litewitness -name');
  const shell = spawn('bash', ['-ec', script], {
    ...{ cwd: at('witness'), detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
    env: { ...process.env, GOBIN: at('bin'), PATH: `${at('bin')}:${process.env['PATH'] ?? ''}` },
  });
  // With all that it has started, but the agent, which goes its own way.
  ending.push(() => process.kill(-shell.pid!));
  let said = '';
  for (const output of [shell.stdout, shell.stderr])
    output.on('data', (piece: Buffer) => (said += piece.toString()));
  await until('the witness listens', () => {
    if (shell.exitCode !== null) throw new Error(said);
    return Promise.resolve(said.includes('msg=listening'));
  });
  ending.push(() => process.kill(Number(/Agent pid (\d+)/.exec(said)?.[1])));
  return `witness auditor ${/vkey=(\S+)/.exec(said)?.[1] ?? ''} http://127.0.0.1:${port}`;
};

(noWitness === '' ? it : it.skip)(
  `litewitness signs our heads, takes up where it was, and finds out a store that was put back${skipping(noWitness)}`,
  async () => {
    const line = await startWitness();
    writeFileSync(at('policy'), `${line}\nquorum auditor\n`);
    await hosted({ PLEDGELINE_PROOF_WITNESSES: at('policy') });
    await announce(EVENTS);
    await until('it has signed all', async () => (await sizeAt('cosigned')) === EVENTS);
    const look = await runCli([
      ...['audit', 'monitor', `${server!.url}/proof`, '--key', join(keys, 'signing.vkey')],
      ...['--state', at('heads'), '--policy', at('policy'), '--once'],
    ]);
    expect([look.code, look.err]).toEqual([0, '']);

    const { items } = (await (await fetch(`${server!.url}/pledges`)).json()) as {
      items: { pledgeId: string }[];
    };
    mkdirSync(at('check'));
    writeFileSync(at('check/main.go'), stock('check.go'));
    const go = (...args: readonly string[]) => ran('go', '-C', at('check'), ...args);
    await go('mod', 'init', 'check');
    await go('get', ...MODULES);
    await go('mod', 'tidy');
    const [, , witnessKey = ''] = line.split(' ');
    const proof = `${server!.url}/pledges/${items[0]!.pledgeId}/proof/0`;
    const checked = await go('run', '.', `${server!.url}/proof`, verifierKey, witnessKey, proof);
    expect([checked.err, checked.out.toString()]).toEqual([
      '',
      `${EVENTS} leaves are proved, signed by auditor.example.org/w1 in ${new Date().getUTCFullYear()}\n`,
    ]);
    await server!.close();

    // The file of the log is lost: it goes on from what the witness knows.
    rmSync(at('data/proof.sqlite'));
    await hosted({ PLEDGELINE_PROOF_WITNESSES: at('policy') });
    await until('it is built anew', async () => (await sizeAt('cosigned')) === EVENTS);
    await server!.close();
    // And so are the events.
    rmSync(at('data'), { recursive: true });
    await hosted({ PLEDGELINE_PROOF_WITNESSES: at('policy') });
    await until('it is found', async () => (await fetch(`${server!.url}/health/ready`)).status === 503);
    const { body } = await asker(server!.url)('/health/ready', { headers: AUDITOR });
    expect(body.because).toEqual([
      `the log of proofs stopped: HISTORY_CHANGED: the witness auditor has signed a head of ${EVENTS} leaves, and the store has 0 events`,
    ]);
    await server!.close();
    server = undefined;
  },
);

(noPython === '' ? it : it.skip)(
  `libraries for Python read our tiles, our canonical texts and our tree${skipping(noPython)}`,
  async () => {
    rmSync(at('data'), { recursive: true, force: true });
    await hosted({});
    await announce(EVENTS);
    await until('the head covers them', async () => (await sizeAt('checkpoint')) === EVENTS);
    await ran('python3', '-m', 'venv', at('venv'));
    const pip = await ran(
      at('venv/bin/pip'),
      'install',
      '--quiet',
      '--disable-pip-version-check',
      ...PACKAGES,
    );
    expect(pip.err).toBe('');

    const entries = Buffer.from(
      await (await fetch(`${server!.url}/proof/tile/entries/000.p/${EVENTS}`)).arrayBuffer(),
    );
    for (let leaf = 0; leaf < EVENTS; leaf += 1) {
      const shown = await ran(
        at('venv/bin/tlog-tiles'),
        'get-leaf',
        '-c',
        `${server!.url}/proof`,
        String(leaf),
      );
      expect(shown.out.equals(entries.subarray(leaf * 34 + 2, (leaf + 1) * 34))).toBe(true);
    }
    const bundle = await fetch(`${server!.url}/proof/bundle?all=true`, { headers: AUDITOR });
    writeFileSync(at('bundle.zip'), Buffer.from(await bundle.arrayBuffer()));
    writeFileSync(at('entries'), entries);
    writeFileSync(at('check.py'), stock('check.py'));
    await ran('unzip', '-q', at('bundle.zip'), '-d', at('bundle'));
    const checked = await ran(at('venv/bin/python'), at('check.py'), at('bundle'), at('entries'));
    expect([checked.err, checked.out.toString()]).toEqual([
      '',
      expect.stringMatching(/^\d+ texts are canonical, 5 leaves make the root\n$/),
    ]);
  },
);
