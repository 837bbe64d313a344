/** What every operation has and no controller repeats: its headers, who may use it, its refusals, what its answer is. */
import type { OpenAPIObject } from '@nestjs/swagger';
import { FIELD_TITLE, type AccessRule, type AccessRules } from '@pledgeline/contracts';
import { DRY_RUN } from '../dry-run.ts';
import { CORRELATION_HEADER } from '../correlation.ts';
import { CSRF_HEADER, ROLE_HEADER } from '../identity/proof-headers.ts';
import { answersOf, TAGGED_HEADERS } from './answers.ts';
import { hasTag, isCommand } from './operation.ts';
import type { Operation } from './operation.ts';
import { QUERY_TITLES } from './query-titles.data.ts';
import { problemContent, refusalsOf } from './refusals.ts';
import { actingRole } from './shared-schemas.ts';
import { whoMay } from './who-may.ts';

type Paths = OpenAPIObject['paths'];
type Described = NonNullable<Paths[string]['get']>;
type Parameters = NonNullable<Described['parameters']>;
type Responses = Described['responses'];

/** @param access who may use each operation. @returns the paths of a document, completed. */
export const described = (paths: Paths, access: AccessRules): Paths =>
  Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        (['get', 'post'] as const).flatMap((method) => {
          const said = item[method];
          return said === undefined ? [] : [[method, complete(said, method, path, access)]];
        }),
      ),
    ]),
  );

const complete = (said: Described, method: 'get' | 'post', path: string, access: AccessRules): Described => {
  const operation: Operation = {
    operationId: said.operationId ?? '',
    method,
    path,
    parameters: (said.parameters ?? []).flatMap((parameter) => ('name' in parameter ? [parameter.name] : [])),
    hasBody: said.requestBody !== undefined,
  };
  const rule = access[operation.operationId];
  return {
    ...said,
    ...(rule?.recordedBy && { requestBody: bodyOfAct(said.requestBody) }),
    description: [said.description, whoMay(rule)].filter(Boolean).join('\n\n'),
    parameters: [...(said.parameters ?? []).map(named), ...sentWith(operation)].map((one) =>
      titled(one, operation.operationId),
    ),
    security: isForThePublic(rule) ? [...SIGNED_IN, {}] : SIGNED_IN,
    responses: responsesOf(operation, said.responses),
  };
};

const ACT = { $ref: '#/components/schemas/RecordedForOthers' };

/** Officers may send it for others, whom they name beside what the command itself takes. */
const bodyOfAct = (said: Described['requestBody']): NonNullable<Described['requestBody']> => {
  const schema =
    said !== undefined && 'content' in said ? said.content['application/json']?.schema : undefined;
  return schema === undefined
    ? { required: false, content: { 'application/json': { schema: ACT } } }
    : { required: true, content: { 'application/json': { schema: { allOf: [schema, ACT] } } } };
};

/** In every path to a pledge: what may stand in it, whatever the controller says of its form. */
const named = (parameter: Parameters[number]): Parameters[number] =>
  'name' in parameter && parameter.in === 'path' && parameter.name === 'pledgeId'
    ? {
        ...parameter,
        description: 'Id of the pledge, or its reference in any case with %2F for each slash.',
        schema: { type: 'string', example: '2021-seoul%2FKOR%2FINF-BN-7F3K2' },
      }
    : parameter;

/** Where it stands in the query: what it is called. */
const titled = (parameter: Parameters[number], operationId: string): Parameters[number] => {
  if (!('name' in parameter) || parameter.in !== 'query') return parameter;
  const title = QUERY_TITLES[`${operationId} ${parameter.name}`] ?? QUERY_TITLES[parameter.name];
  // A test fails where one has none.
  return title === undefined
    ? parameter
    : { ...parameter, schema: Object.assign({}, parameter.schema, { [FIELD_TITLE]: title }) };
};

const isForThePublic = (rule: AccessRule | undefined): boolean => rule?.roles.includes('PUBLIC') ?? false;

/** Either is enough. */
const SIGNED_IN = [{ token: [] }, { session: [] }];

const header = (name: string, description: string, schema: object): Parameters[number] => ({
  name,
  in: 'header',
  description,
  schema,
});

const asking = [
  header(ROLE_HEADER, 'In which of your roles you act, where your token gives you several.', actingRole),
  header(CORRELATION_HEADER, 'Finds the request again; made up when left out.', { type: 'string' }),
];

const posting = [
  header(CSRF_HEADER, 'The csrf of the session, for a browser that has signed in by its cookie.', {
    type: 'string',
  }),
];

const commanding = [
  header('idempotency-key', 'The same key and body: the same answer, and no second event.', {
    type: 'string',
    maxLength: 200,
  }),
  header(
    'if-match',
    'The ETag you have seen, of which the revision before the point counts, or the revision alone; when something that you may read has come since, 412.',
    {
      type: 'string',
    },
  ),
];

const dryRun: Parameters[number] = {
  name: DRY_RUN,
  in: 'query',
  description:
    'True: it is decided as always and refused alike, nothing is written, and the answer says what would be. A key that was used is answered as it would be; one that was not stays free.',
  schema: { type: 'boolean', default: false },
};

const tagged = [
  header('if-none-match', 'The ETag of the answer that you have: 304 while it still holds.', {
    type: 'string',
  }),
];

const sentWith = (operation: Operation): Parameters => [
  ...asking,
  ...(operation.method === 'post' ? posting : []),
  ...(isCommand(operation) ? [...commanding, dryRun] : []),
  ...(hasTag(operation) ? tagged : []),
];

/** Where a controller says no more of its answer than how it looks. */
const ANSWERED = 'What was asked for, as far as the caller may read it.';

/** A controller may say of a refusal what it means there, or list one that nothing else shows. */
const responsesOf = (operation: Operation, said: Responses): Responses => {
  const own = Object.entries(said).flatMap(([status, answer = { description: '' }]) => {
    const isRefusal = !status.startsWith('2');
    if (isCommand(operation) && !isRefusal) return [];
    const description = ('description' in answer && answer.description) || ANSWERED;
    const own = 'headers' in answer ? answer.headers : undefined;
    const headers = hasTag(operation) && !isRefusal && { headers: { ...TAGGED_HEADERS, ...own } };
    return [[status, { ...(isRefusal && problemContent), ...answer, ...headers, description }] as const];
  });
  const responses: Readonly<Record<string, object>> = {
    ...answersOf(operation),
    ...refusalsOf(operation),
    ...Object.fromEntries(own),
  };
  return responses as Responses;
};
