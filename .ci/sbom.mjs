// The list of what is shipped (CycloneDX), on stdout. `npm sbom --omit=dev` also leaves out what is shipped and which some
// tool of ours needs as well (jose, rxjs, kafkajs); so npm lists everything, and what it marks as development goes.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const output = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx'], {
  encoding: 'utf8',
  maxBuffer: 100_000_000,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const everything = JSON.parse(output);

const isForDevelopment = ({ properties = [] }) =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
const components = everything.components.filter((component) => !isForDevelopment(component));
const shipped = new Set([
  everything.metadata.component['bom-ref'],
  ...components.map((component) => component['bom-ref']),
]);
const dependencies = everything.dependencies
  .filter(({ ref }) => shipped.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => shipped.has(one)) }));
process.stdout.write(`${JSON.stringify({ ...everything, components, dependencies }, null, 2)}\n`);

const listed = new Set(components.map(({ group, name }) => (group ? `${group}/${name}` : name)));
const missing = ['apps', 'libs']
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}/package.json`))
  .flatMap((file) => Object.keys(JSON.parse(readFileSync(file, 'utf8')).dependencies ?? {}))
  .filter((name) => !listed.has(name) && !listed.has(name.replace('@pledgeline/', '')));
if (missing.length > 0) {
  console.error(`shipped, and not listed: ${[...new Set(missing)].join(', ')}`);
  process.exitCode = 1;
}
