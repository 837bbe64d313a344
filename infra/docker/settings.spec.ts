/** A setting that a service does not know is silent: whatever the containers are given must be a setting that exists. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { kustomizationsOf, manifestFiles, manifestsOf } from '../kubernetes/manifests.ts';
import type { ComposeFile } from './compose-rules.ts';

const read = (path: string): string => readFileSync(resolve(import.meta.dirname, '../..', path), 'utf8');

/** Node's own, which our services do not read. */
const FOREIGN = ['NODE_ENV'];

const inCompose = Object.values((parse(read('docker-compose.yml'), { merge: true }) as ComposeFile).services)
  .filter(({ build }) => build !== undefined)
  .flatMap(({ environment = {} }) => Object.keys(environment));

const inImage = [
  ...(/^ENV [^]+?[^\\]$/m.exec(read('infra/docker/Dockerfile'))?.[0] ?? '').matchAll(/(\w+)=/g),
]
  .map(([, name]) => name ?? '')
  .filter((name) => !FOREIGN.includes(name));

const manifests = manifestFiles();
const inManifests = [
  ...kustomizationsOf(manifests)
    .flatMap(({ configMapGenerator = [], secretGenerator = [] }) => [
      ...configMapGenerator,
      ...secretGenerator,
    ])
    .flatMap(({ literals = [] }) => literals.map((literal) => literal.split('=')[0] ?? '')),
  ...manifestsOf(manifests)
    .flatMap(({ spec }) => spec.template?.spec.containers ?? [])
    .filter(({ image }) => image === 'pledgeline')
    .flatMap(({ env = [] }) => env.map(({ name }) => name)),
];

const documented = ['docs/operations.md', 'docs/deployment.md', 'docs/sign-in.md'].flatMap((page) =>
  [...read(page).matchAll(/^\| `([A-Z_]+)` /gm)].map(([, name]) => name ?? ''),
);

describe('a setting', () => {
  it.each([
    ['the compose file', inCompose],
    ['the image', inImage],
    ['the manifests', inManifests],
  ])('of %s is one that the documentation explains', (_, names) => {
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !documented.includes(name))).toEqual([]);
  });

  it('is one that the runtime reads', () => {
    const folder = resolve(import.meta.dirname, '../../libs/runtime/src');
    const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .map((file) => readFileSync(resolve(folder, file), 'utf8'))
      .join('');
    const given = [...inCompose, ...inImage, ...inManifests];
    expect(given.filter((name) => !code.includes(`'${name}'`))).toEqual([]);
  });
});
