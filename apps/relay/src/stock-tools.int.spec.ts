/**
 * Tools that others made, unmodified, on our log of proofs and on a bundle of it; and what docs/audit.md tells an auditor to type, as
 * it stands there. What a machine lacks the tools for is skipped, and counted as skipped, with its reason in the name.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '@pledgeline/event-sourcing/testing';
import { launch } from '@pledgeline/runtime/testing';

const FSCK = 'github.com/transparency-dev/tessera/cmd/fsck@v1.0.4';
const MODULE = 'golang.org/x/mod@v0.30.0';
const has = (tool: string, ...args: readonly string[]): boolean => spawnSync(tool, args).status === 0;
const hasGo = has('go', 'version');
const lacking = [
  ['unzip', has('unzip', '-v')],
  ['jq', has('jq', '--version')],
  ['sha256sum', has('sha256sum', '--version')],
]
  .filter(([, is]) => is !== true)
  .map(([tool]) => tool);

const audit = readFileSync(new URL('../../../docs/audit.md', import.meta.url), 'utf8');
/** The first block of code of that language after a sentence. */
const blockAfter = (sentence: string, language: string): string => {
  const from = audit.indexOf(sentence);
  const begin = audit.indexOf(`\n\`\`\`${language}\n`, from) + language.length + 5;
  expect([sentence, from > 0, begin > from]).toEqual([sentence, true, true]);
  return audit.slice(begin, audit.indexOf('\n```', begin) + 1);
};

const folder = mkdtempSync(join(tmpdir(), 'pledgeline-stock-'));
const dataFolder = join(folder, 'data');
const key = join(dataFolder, 'proof-keys', 'signing.vkey');
const EVENTS = 10;
let server: ReturnType<typeof launch>;
let url: string;

const headersOf = (role: string) => ({ 'x-pledgeline-actor': 'a.diallo', 'x-pledgeline-role': role });

beforeAll(async () => {
  server = launch(new URL('../../standalone/src/main.ts', import.meta.url), { PLEDGELINE_DATA: dataFolder });
  url = await server.url;
  for (let n = 0; n < EVENTS; n += 1) {
    const body = {
      ...{ memberState: 'RWA', category: 'UNIT', capabilityCode: 'INF-BN', description: `Battalion ${n}` },
      ...{ source: 'Note verbale', additional: true, additionalReason: 'One of several' },
    };
    const headers = { 'content-type': 'application/json', ...headersOf('DESK') };
    const answer = await fetch(`${url}/pledges`, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(201);
  }
  await until('the log covers them', async () => {
    const [, size] = (await (await fetch(`${url}/proof/checkpoint`)).text()).split('\n');
    return Number(size) >= EVENTS;
  });
  const bundle = await fetch(`${url}/proof/bundle?all=true`, { headers: headersOf('AUDITOR') });
  writeFileSync(join(folder, 'bundle.zip'), Buffer.from(await bundle.arrayBuffer()));
  copyFileSync(key, join(folder, 'log.vkey'));
});
afterAll(async () => {
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

(hasGo ? it : it.skip)(
  `tessera's fsck makes the root again from all leaves, and takes our signature${hasGo ? '' : ' (skipped: there is no Go)'}`,
  () => {
    execFileSync('go', ['install', FSCK], { env: { ...process.env, GOBIN: folder }, stdio: 'ignore' });
    const checked = spawnSync(
      join(folder, 'fsck'),
      [`--storage_url=${url}/proof/`, `--public_key=${key}`, '--ui=false'],
      { encoding: 'utf8' },
    );
    expect([checked.status, checked.stderr]).toEqual([0, expect.stringContaining("Successfully fsck'd log")]);
  },
);

const bash = (script: string) => spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });

(lacking.length === 0 ? it : it.skip)(
  `a shell checks an event and a bundle as docs/audit.md says${lacking.length === 0 ? '' : ` (skipped: there is no ${lacking.join(', no ')})`}`,
  () => {
    const pledge = bash('unzip -p bundle.zip events.jsonl | head -1 | jq -r .units[0].text | jq -r .stream');
    const pledgeId = pledge.stdout.trim().replace('pledge-', '');
    const one = blockAfter('of the first event:', 'sh')
      .replaceAll('PLEDGE', `${url}/pledges/${pledgeId}`)
      .replaceAll('LOG', `${url}/proof`);
    const [entry, leafHash, served] = bash(one).stdout.split('\n');
    expect([entry?.length, leafHash]).toEqual([64, served]);
    const function_ = one.slice(one.indexOf('entry() {'), one.indexOf('\n}\n') + 3);
    const checked = bash(function_ + blockAfter('Without the program, in bash', 'sh'));
    const [said, root, signedRoot, again] = checked.stdout.trim().split('\n');
    expect([checked.stderr, said, root, again?.length]).toEqual([
      '',
      'the list is as signed',
      signedRoot,
      64,
    ]);
  },
);

(hasGo && lacking.length === 0 ? it : it.skip)(
  `golang.org/x/mod checks signatures and paths of a bundle, and finds a changed event${hasGo ? '' : ' (skipped: there is no Go)'}`,
  () => {
    const check = join(folder, 'check');
    mkdirSync(check);
    writeFileSync(join(check, 'main.go'), blockAfter('Signatures and paths need a program', 'go'));
    const go = (...args: readonly string[]) => spawnSync('go', args, { cwd: check, encoding: 'utf8' });
    bash('unzip -qo bundle.zip -d gobundle');
    go('mod', 'init', 'check');
    go('get', MODULE);
    const run = () => go('run', '.', '../gobundle', '../log.vkey');
    const { stdout, stderr } = run();
    expect([stdout, stderr]).toEqual([
      expect.stringMatching(/^\d+ events are in the tree of \d+ leaves, signed by /),
      '',
    ]);
    const events = join(folder, 'gobundle', 'events.jsonl');
    writeFileSync(events, readFileSync(events, 'utf8').replace('Battalion 7', 'Battalion 8'));
    expect(run().stderr).toContain('invalid transparency proof');
  },
);
