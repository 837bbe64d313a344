// The licences of everything that is in the built files, as their authors ask for: package, version, text.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TEXT = /^(licen[cs]e|copying|ofl|notice)/i;

/** @param output of the build. @returns one text. @throws {Error} for a package that names no licence. */
export const licences = (output) => {
  const modules = output.flatMap(({ moduleIds = [], originalFileNames = [] }) => [
    ...moduleIds,
    ...originalFileNames,
  ]);
  const folders = new Set(modules.map(packageOf).filter(Boolean));
  folders.add(join(import.meta.dirname, '../../node_modules/@fontsource-variable/public-sans'));
  return [...folders]
    .map((folder) => ({ folder, about: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) }))
    .sort((a, b) => a.about.name.localeCompare(b.about.name, 'en'))
    .map(({ folder, about: { name, version, license } }) => {
      if (license === undefined) throw new Error(`${name} names no licence`);
      const files = readdirSync(folder).filter((file) => TEXT.test(file));
      const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
      return [`${name} ${version}: ${license}`, ...texts].join('\n\n');
    })
    .join(`\n\n${'-'.repeat(80)}\n\n`);
};

/** The folder of the package that a module is in; undefined for one of ours. */
const packageOf = (module) => {
  const file = module.replace(/^\0/, '').split('?', 1)[0];
  if (!file.includes('node_modules/') || !existsSync(file)) return undefined;
  let folder = dirname(file);
  while (!/node_modules\/(@[^/]+\/)?[^/]+$/.test(folder)) folder = dirname(folder);
  return folder;
};
