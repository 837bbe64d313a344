/** What headers tell browsers about answers: load nothing, frame nothing, guess no types. Pages need a little more. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import helmet from 'helmet';

const NOTHING = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** Files of our own: the pages at the root and behind a sign-in link. */
const OWN_FILES = {
  ...NOTHING,
  'connect-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
};

/** The console: its own files, and nothing that a script makes up, be it HTML or the address of a script. */
const CONSOLE = {
  ...OWN_FILES,
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ["'none'"],
};

/** Swagger UI sets styles on its elements and draws with data: images. */
const SWAGGER_UI = {
  ...OWN_FILES,
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
};

/** For answers that are written by hand, before Fastify has a reply. */
export const HEADERS_OF_DATA = {
  'content-security-policy': Object.entries(NOTHING)
    .map(([name, values]) => `${name} ${values.join(' ')}`)
    .join(';'),
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
} as const;

type Headers = Readonly<Record<string, string>>;

/** As helmet sets them, asked once: they are the same for all answers of a kind. */
const headersWith = (directives: Readonly<Record<string, string[]>>, more: Headers): Headers => {
  const headers: Record<string, string> = {};
  const reply = {
    setHeader: (name: string, value: string) => {
      headers[name.toLowerCase()] = value;
    },
    removeHeader: () => undefined,
  };
  const setHeaders = helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  setHeaders({} as IncomingMessage, reply as unknown as ServerResponse, (error) => {
    if (error !== undefined) throw error as Error;
  });
  return { ...headers, ...more };
};

// What is answered depends on who asks. The files of the page are the same for all.
const NOT_KEPT = { 'cache-control': HEADERS_OF_DATA['cache-control'] };
const FOR_ANSWERS = headersWith(NOTHING, NOT_KEPT);
const PAGES: readonly (readonly [RegExp, Headers])[] = [
  [/^\/docs/, headersWith(SWAGGER_UI, {})],
  [/^\/console([/?]|$)/, headersWith(CONSOLE, NOT_KEPT)],
  [/^\/($|\?|sign-in)/, headersWith(OWN_FILES, NOT_KEPT)],
];

/** No origin but our own may read an answer: only what the log of proofs shows to all the world says otherwise, by itself. */
export const sendSecurityHeaders = (app: NestFastifyApplication): void => {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', ({ url }, reply, done) => {
      void reply.headers(headersFor(url));
      done();
    });
};

const headersFor = (url: string): Headers => PAGES.find(([of]) => of.test(url))?.[1] ?? FOR_ANSWERS;
