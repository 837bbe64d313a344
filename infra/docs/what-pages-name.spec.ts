/** What the pages point to is there: links, headings, files, scripts. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = globSync(['*.md', 'docs/**/*.md', '{apps,libs}/*/{data,src,stored}/**/*.md'], { cwd: root });
const { scripts } = JSON.parse(read('package.json')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

const found = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

/** What a build makes is named by pages too; a fresh clone has only the source that it is made from. */
const sourceOf = (path: string): string =>
  path.replace(/^((?:apps|libs)\/[\w-]+)\/dist\/(.+)\.js$/, '$1/src/$2.ts');

/** As GitHub names a heading in an address. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
    .replaceAll(' ', '-');
const anchorsOf = (page: string): readonly string[] => found(read(page), /^#+ (.+)$/gm).map(anchor);

it('there are pages', () => expect(pages).toContain('README.md'));

it.each(pages)('%s', (page) => {
  const text = read(page);
  const links = found(text, /\]\(([^)]+)\)/g).filter((link) => !/^https?:/.test(link));
  const dead = links.filter((link) => {
    const [path = '', heading] = link.split('#');
    const target = path === '' ? page : normalize(join(dirname(page), path));
    if (!existsSync(join(root, target))) return true;
    return heading !== undefined && target.endsWith('.md') && !anchorsOf(target).includes(heading);
  });
  const noFiles = found(text, /`((?:apps|libs|infra|docs)\/[\w./-]+)`/g).filter(
    (path) => !existsSync(join(root, sourceOf(path))),
  );
  const noScripts = found(text, /npm run (?:-s )?([\w:-]+)/g).filter((script) => !(script in scripts));
  expect({ dead, noFiles, noScripts }).toEqual({ dead: [], noFiles: [], noScripts: [] });
});
