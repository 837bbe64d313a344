/**
 * The files of the console as they are served: read once, at the start, so that an address finds what was found then and
 * no path leads out of the folder; compressed once as well.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const SITE = Symbol('Site');

export interface SiteFile {
  readonly mediaType: string;
  readonly bytes: Readonly<Record<Encoding, Uint8Array | null>>;
  /** A file whose name changes with its content: it need never be asked for again. */
  readonly isImmutable: boolean;
}

export interface Site {
  /** The first page, which finds by its address what to show. */
  readonly page: SiteFile;
  /** By the path below the console, such as `assets/main-1a2b3c.js`; undefined for one that there is not. */
  file(path: string): SiteFile | undefined;
}

/** In the order in which we like them. */
export const ENCODINGS = ['br', 'gzip', 'identity'] as const;
export type Encoding = (typeof ENCODINGS)[number];

const FIRST_PAGE = 'index.html';
/** Where the build puts what carries a hash of its content in its name. */
export const ASSETS = 'assets/';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const COMPRESSED_ALREADY: readonly string[] = ['.png', '.woff2'];

/** @returns null where nothing was built: a service without a console serves everything else. */
export const siteIn = (folder: string): Site | null => {
  const files = new Map(namesIn(folder).map((name) => [name.replaceAll(sep, '/'), fileAt(folder, name)]));
  const page = files.get(FIRST_PAGE);
  return page === undefined ? null : { page, file: (path) => files.get(path) };
};

/** Of files whose kind we know; the build makes no others. */
const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (name) => extname(name) in MEDIA_TYPES,
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

const fileAt = (folder: string, name: string): SiteFile => {
  const identity = readFileSync(join(folder, name));
  const kind = extname(name);
  const isSmall = COMPRESSED_ALREADY.includes(kind);
  return {
    mediaType: MEDIA_TYPES[kind] ?? 'application/octet-stream',
    bytes: {
      identity,
      gzip: isSmall ? null : gzipSync(identity),
      br: isSmall ? null : brotliCompressSync(identity),
    },
    isImmutable: name.replaceAll(sep, '/').startsWith(ASSETS),
  };
};
