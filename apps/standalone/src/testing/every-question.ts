/** Every question that docs/openapi.json describes, without and with each of its parameters, about all that a log names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from '../merged-openapi.ts';
import { operationsOf } from './access-matrix.ts';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema?: Listed;
}

interface Listed {
  readonly enum?: readonly string[];
  readonly $ref?: string;
  /** Of a filter that takes several. */
  readonly items?: Listed;
}

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8'),
) as OpenApiDocument & { readonly components: { readonly schemas: Readonly<Record<string, Listed>> } };

/** Values of parameters whose description lists none. */
const SUITED: Readonly<Record<string, readonly string[]>> = {
  conference: ['none', '2015-new-york'],
  memberState: ['RWA', 'KOR'],
  mission: ['MINUSCA'],
  due: ['2027-06-30'],
  dueFrom: ['2026-06-30'],
  announcedFrom: ['2015-09-28'],
  announcedTo: ['2015-09-28'],
  lastWordFrom: ['2026-01-31'],
  lastWordTo: ['2026-01-31'],
  reference: ['2015-new-york/RWA/INF-BN-7F3K2'],
  q: ['battalion rwanda', 'note verbale'],
  limit: ['1'],
  asOf: ['2026-01-31'],
  type: ['PledgeAnnounced', 'PledgeAcknowledged'],
};

/** What a question has to say besides. */
const NEEDED: Readonly<Record<string, string>> = {
  '/reports/{report}/counted': 'group=all&figure=pledges',
  '/pledges/{pledgeId}/difference': 'from=0&to=0',
  '/requirement-sets/{code}/difference': 'from=2021-06-01&to=2022-03-01',
};

/** Of questions about one of many, those alone. */
const OF_ONE: ReadonlySet<string> = new Set(['asOf', 'limit', 'format', 'order', 'type']);

/** Of a long list of values of a filter, some. */
const MOST_VALUES = 12;

const valuesOf = ({ name, schema }: Parameter): readonly string[] => {
  const one = schema?.items ?? schema;
  const named = document.components.schemas[one?.$ref?.split('/').at(-1) ?? '']?.enum;
  return SUITED[name] ?? one?.enum ?? named ?? [];
};

const some = (values: readonly string[]): readonly string[] => {
  const step = Math.ceil(values.length / MOST_VALUES);
  return values.filter((_value, n) => n % step === 0);
};

/** @param ids by the names that paths have for them; of others, those that the description lists. */
export const everyQuestion = (ids: Readonly<Record<string, readonly string[]>>): readonly string[] =>
  operationsOf(document)
    .filter(
      ({ method, path }) =>
        method === 'GET' && !/^\/(operations|sign-in|session|proof)|\/proof(\/|$)/.test(path),
    )
    .flatMap(({ path }) => {
      const { parameters = [] } = document.paths[path]?.get as { readonly parameters?: readonly Parameter[] };
      const inPath = parameters.filter((one) => one.in === 'path');
      const paths = inPath.reduce<readonly string[]>(
        (made, one) =>
          made.flatMap((address) =>
            (ids[one.name] ?? valuesOf(one)).map((id) =>
              address.replace(`{${one.name}}`, encodeURIComponent(id)),
            ),
          ),
        [path],
      );
      const queries = parameters
        .filter((one) => one.in === 'query' && (inPath.length === 0 || OF_ONE.has(one.name)))
        .flatMap((one) => some(valuesOf(one)).map((value) => `${one.name}=${encodeURIComponent(value)}`));
      const needed = NEEDED[path] ?? '';
      return paths.flatMap((one) =>
        ['', ...queries].map((query) => `${one}?${[needed, query].filter(Boolean).join('&')}`),
      );
    });
