/** The OpenAPI 3.1 document of a service, made from its controllers, and a page to try it on. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ROLES } from '@pledgeline/contracts';
import { CORRELATION_HEADER } from './correlation.ts';
import { CSRF_HEADER, ROLE_HEADER, SESSION_COOKIE } from './identity/proof-headers.ts';

const DESCRIPTION = `Every peacekeeping pledge, from announcement to deployment.

Commands are POST on what they change and answer with \`stream@revision\`; give that as \`?after=\` to a query to read your
own write. \`Idempotency-Key\` makes a POST safe to repeat; \`If-Match\` refuses it when somebody else was first. Errors are
problem documents (RFC 9457) with a stable \`code\`. Everybody reads what is public; whoever does more signs in, by the token of
an OpenID Connect issuer or by a link that a server on this machine has printed. Who may use what: docs/access.md.`;

export const openApiOf = (app: NestFastifyApplication): OpenAPIObject => {
  const base = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Pledgeline')
    .setDescription(DESCRIPTION)
    .setVersion('1.0.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', description: 'A token of the issuer, or of a sign-in link.' }, 'token')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, base);
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...schemas } };
  for (const [path, item] of Object.entries(document.paths)) {
    if (!path.startsWith('/health/')) complete(item);
  }
  return document;
};

export const serveOpenApi = (app: NestFastifyApplication): void => {
  SwaggerModule.setup('docs', app, () => openApiOf(app), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Pledgeline API',
    swaggerOptions: { persistAuthorization: true, displayRequestDuration: true },
  });
};

/** Either is enough. */
const SIGNED_IN = [{ token: [] }, { session: [] }];

const header = (name: string, description: string, schema: object) => ({
  name,
  in: 'header' as const,
  description,
  schema,
});

const asking = [
  header(ROLE_HEADER, 'In which of your roles you act, where your token gives you several.', {
    type: 'string',
    enum: ROLES.filter((role) => role !== 'SYSTEM' && role !== 'PUBLIC'),
  }),
  header(CORRELATION_HEADER, 'Finds the request again; made up when left out.', { type: 'string' }),
];

const writing = [
  header('idempotency-key', 'The same key and body: the same answer, and no second event.', {
    type: 'string',
    maxLength: 200,
  }),
  header(CSRF_HEADER, 'The csrf of the session, for a browser that has signed in by its cookie.', {
    type: 'string',
  }),
  header('if-match', 'The ETag you have seen; when something that you may read has come since, 412.', {
    type: 'string',
  }),
];

const schemas = {
  Problem: {
    type: 'object',
    required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
      code: { type: 'string', description: 'Stable; tell problems apart by it.' },
      instance: { type: 'string', description: 'The correlation id of the request.' },
      errors: {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            field: { type: 'string' },
            message: { type: 'string' },
            allowed: { type: 'array', items: { type: 'string' } },
          },
        },
      },
    },
  },
  CommandAnswer: {
    type: 'object',
    required: ['stream', 'revision', 'after', 'location', 'repeated'],
    properties: {
      stream: { type: 'string' },
      revision: { type: 'integer' },
      after: { type: 'string', description: 'For `?after=` of a query.' },
      location: { type: 'string' },
      repeated: { type: 'boolean', description: 'True when this key was handled before.' },
    },
  },
} as unknown as NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Where a controller says no more of its answer than how it looks. */
const ANSWERED = 'What was asked for, as far as the caller may read it.';

const PROBLEMS = { '4XX': 'Refused, and why.', '5XX': 'Not your fault.' };

const json = (media: string, schema: string) => ({
  [media]: { schema: { $ref: `#/components/schemas/${schema}` } },
});

type PathItem = OpenAPIObject['paths'][string];

/** What every route has and no controller repeats: the headers, the problems, what its answer is. */
const complete = (item: PathItem): void => {
  for (const operation of [item.get, item.post]) {
    if (operation === undefined) continue;
    const writes = operation === item.post;
    operation.parameters = [...(operation.parameters ?? []), ...asking, ...(writes ? writing : [])];
    // What is public can be read by whoever has not signed in.
    operation.security = writes ? SIGNED_IN : [...SIGNED_IN, {}];
    for (const [status, description] of Object.entries(PROBLEMS)) {
      operation.responses[status] ??= { description, content: json('application/problem+json', 'Problem') };
    }
    const answer = operation.responses['200'];
    if (answer !== undefined && 'description' in answer) answer.description ||= ANSWERED;
    if (writes && !hasBody(operation.responses['200'] ?? operation.responses['201'])) {
      delete operation.responses['201'];
      operation.responses['200'] = {
        description: 'Done.',
        content: json('application/json', 'CommandAnswer'),
      };
      operation.responses['201'] = {
        description: 'Made.',
        content: json('application/json', 'CommandAnswer'),
      };
    }
  }
};

const hasBody = (response: unknown): boolean =>
  typeof response === 'object' && response !== null && 'content' in response;
