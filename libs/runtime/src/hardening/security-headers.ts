/** What headers tell browsers about answers: load nothing, frame nothing, guess no types. Pages need a little more. */
import helmet from '@fastify/helmet';
import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

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

const optionsWith = (directives: Readonly<Record<string, string[]>>): FastifyHelmetOptions => ({
  contentSecurityPolicy: { useDefaults: false, directives },
  referrerPolicy: { policy: 'no-referrer' },
  xFrameOptions: { action: 'deny' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
});

const [forAnswers, forOwnFiles, forConsole, forSwaggerUi] = [NOTHING, OWN_FILES, CONSOLE, SWAGGER_UI].map(
  optionsWith,
);

const PAGES: readonly (readonly [RegExp, FastifyHelmetOptions | undefined])[] = [
  [/^\/docs/, forSwaggerUi],
  [/^\/console(\/|$)/, forConsole],
  [/^\/($|sign-in)/, forOwnFiles],
];

/** No origin but our own may read an answer: there is no header of CORS anywhere. */
export const sendSecurityHeaders = async (app: NestFastifyApplication): Promise<void> => {
  await app.register(helmet, { global: false });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const [path = ''] = request.url.split('?', 1);
      const options = PAGES.find(([of]) => of.test(path))?.[1] ?? forAnswers;
      reply.helmet(options);
      // What is answered depends on who asks. The files of the page are the same for all.
      if (options !== forSwaggerUi) void reply.header('cache-control', HEADERS_OF_DATA['cache-control']);
      done();
    });
};
