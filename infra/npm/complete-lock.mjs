// Completes package-lock.json after `npm install`: a registry that lacks some optional platform packages makes npm
// leave them out of the lock, and a later `npm ci` elsewhere then refuses the file ("Missing: … from lock file").
// Adding an entry twice changes nothing. Entries made here carry no integrity: nothing was downloaded to hash.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const OS = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
};
const CPU = {
  arm: 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  loong64: 'loong64',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  x64: 'x64',
};

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const packages = lock.packages;

// npm sometimes writes down a peer it tried and dropped again.
for (const [path, entry] of Object.entries(packages)) if (entry.extraneous) delete packages[path];

/** Where npm would find `name` when required from `from`, or undefined: the walk up through node_modules. */
const resolved = (from, name) => {
  for (let folder = from; ;) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '') return undefined;
    const above = folder.lastIndexOf('/node_modules/');
    folder = above < 0 ? '' : folder.slice(0, above);
  }
};

/** `@scope/binding-linux-arm-gnueabihf` names the platform it is for; anything else is not ours to guess. */
const platform = (name) => {
  const words = name.split('/').at(-1).split('-');
  const os = words.findIndex((word) => word in OS);
  const cpu = words[os + 1];
  if (os < 0 || !(cpu in CPU)) throw new Error(`${name}: no platform in its name, complete ${FILE} by hand`);
  const libc = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' }[words[os + 2]];
  return { cpu: [CPU[cpu]], ...(libc && { libc: [libc] }), os: [OS[words[os]]] };
};

const added = [];
for (const [parent, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolved(parent, name)) continue;
    if (!/^\d+\.\d+\.\d+/.test(version))
      throw new Error(`${parent}: ${name}@${version} is not an exact version`);
    packages[`node_modules/${name}`] = {
      version,
      ...platform(name),
      ...(entry.dev && { dev: true }),
      optional: true,
      ...(entry.engines && { engines: entry.engines }),
    };
    added.push(`${name}@${version}`);
  }
}

// A lock file must install anywhere: no registry's host may stand in it.
for (const [path, entry] of Object.entries(packages)) {
  if (/^https?:/.test(entry.resolved ?? '')) {
    if (!entry.integrity) throw new Error(`${path}: only its address names it, so it cannot be pinned`);
    delete entry.resolved;
  }
}

const order = ([a], [b]) => a.localeCompare(b, 'en');
lock.packages = Object.fromEntries(Object.entries(packages).sort(order));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'lock file complete' : `added ${added.length}: ${added.join(', ')}`);
