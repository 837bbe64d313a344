/** The OpenAPI 3.1 document of a service, made from its controllers, and a page to try it on. */
import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { closedLists } from '@pledgeline/contracts';
import type { AccessRules } from '@pledgeline/contracts';
import type { Slice } from '../access.ts';
import { SECURE_SESSION_COOKIE } from '../identity/session-cookie.ts';
import { runtimeAccess } from '../runtime-access.ts';
import { answers } from './answers.ts';
import { withNamedSchemas } from './named-schemas.ts';
import { described } from './operations.ts';
import { refusals } from './refusals.ts';
import { sharedSchemas } from './shared-schemas.ts';
import { tags } from './tags.ts';

const DESCRIPTION = `Every peacekeeping pledge, from announcement to deployment.

Commands are POST on what they change and answer with \`stream@revision\`; give that as \`?after=\` to a query to read your
own write. \`Idempotency-Key\` makes a POST safe to repeat; \`If-Match\` refuses it when somebody else was first. Errors are
problem documents (RFC 9457) with a stable \`code\`. Everybody reads what is public; whoever does more signs in, by the token of
an OpenID Connect issuer or by a link that a server on this machine has printed. Who may use what: docs/access.md.

Roles: MS a member state's focal point, DESK the pledge desk, SFGC the Strategic Force Generation Cell, FGS the Force Generation
Service, PD the Police Division, DOS the Department of Operational Support, MISSION a field mission, PARTNER a partner in a
joint pledge, IMPL a body that carries a pledge out, EVAL an evaluator, ADMIN a records officer or operator, AUDITOR who reads
everything, SUBSCRIBER who takes events.

Each operation lists the refusals that it sends. Before an operation is known a server also answers 404 and 405 to an address
or method that there is not, 408 to a request that takes too long to arrive, 414 and 431 to an address or headers that are too
long; these are problem documents too.`;

/** Of the product, as `pledgeline --version` says it too. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
};

/** @param slices those of the service: their rules say who may use each operation. */
export const openApiOf = (app: NestFastifyApplication, slices: readonly Slice[]): OpenAPIObject => {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Pledgeline')
    .setDescription(DESCRIPTION)
    .setVersion(version)
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addServer('/', 'The server that this document comes from.')
    .addBearerAuth({ type: 'http', description: 'A token of the issuer, or of a sign-in link.' }, 'token')
    .addCookieAuth(
      SECURE_SESSION_COOKIE,
      {
        type: 'apiKey',
        in: 'cookie',
        description: 'Of a browser; without TLS it is called pledgeline_session_<port>.',
      },
      'session',
    );
  for (const { name, description } of tags) builder.addTag(name, description);
  const access = Object.assign({}, runtimeAccess, ...slices.map((slice) => slice.access)) as AccessRules;
  const made = SwaggerModule.createDocument(app, builder.build());
  const { parts, schemas } = withNamedSchemas(
    { paths: described(made.paths, access), schemas: { ...made.components?.schemas, ...sharedSchemas } },
    closedLists,
  );
  const components = {
    ...made.components,
    schemas: { ...parts.schemas, ...schemas },
    responses: { ...answers, ...refusals },
  };
  return { ...made, paths: parts.paths, components: components as NonNullable<OpenAPIObject['components']> };
};

export const serveOpenApi = (app: NestFastifyApplication, slices: readonly Slice[]): void => {
  SwaggerModule.setup('docs', app, () => openApiOf(app, slices), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Pledgeline API',
    // A token that is typed in is forgotten with the page: what a browser keeps, others may find.
    swaggerOptions: { persistAuthorization: false, displayRequestDuration: true },
  });
};

/** Of the page, its files and the document, which are for everybody: they say what there is, and nothing of anybody's. */
export const isPageOfTheApi = (route: string): boolean => /^\/(docs(\/|$)|openapi\.(json|yaml)$)/.test(route);
