/**
 * Holds what a server answers against what docs/openapi.json says it answers: no status but those that the operation lists, no
 * field but those of the schema, and none of them missing.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import type { OpenApiDocument } from '../merged-openapi.ts';
import type { Reply } from './reply.ts';
import addFormats from 'ajv-formats';

const DOCUMENT = 'openapi.json';

const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../../docs', DOCUMENT), 'utf8'),
) as OpenApiDocument;

// Not strict: the document around the schemas is none.
const ajv = addFormats.default(new Ajv2020({ strict: false, validateSchema: false, allErrors: true }));
ajv.addSchema(document, DOCUMENT);

/** The address with the fewest parameters comes first: /reports/progress is not /reports/{report}. */
const addresses = Object.keys(document.paths)
  .map((template) => ({ template, pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))
  .toSorted((one, other) => one.template.split('{').length - other.template.split('{').length);

interface Answer {
  /** To an answer that operations share. */
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, unknown>>;
}

interface Operation {
  readonly responses: Readonly<Record<string, Answer>>;
}

/** Answered before an operation is known, and so listed in the description of the whole document. */
const OF_NO_OPERATION: readonly number[] = [405, 408, 414, 431];

const inPointer = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

const compiled = new Map<string, ValidateFunction>();

const schemaAt = (...place: readonly string[]): ValidateFunction => {
  const reference = `${DOCUMENT}#/${place.map(inPointer).join('/')}`;
  const known = compiled.get(reference) ?? ajv.compile({ $ref: reference });
  compiled.set(reference, known);
  return known;
};

/** @throws {Error} naming what is not as documented: the status, or where in the body. */
export const mustBeAsDocumented = (
  method: string,
  address: string,
  { status, type, body }: Pick<Reply, 'status' | 'type' | 'body'>,
): void => {
  const [path = ''] = address.split('?');
  const template = addresses.find(({ pattern }) => pattern.test(path))?.template;
  if (template === undefined) return;
  const verb = method.toLowerCase();
  const operation = document.paths[template]?.[verb] as Operation | undefined;
  if (operation === undefined || OF_NO_OPERATION.includes(status)) return;
  const answered = `${method} ${address} answers ${status} ${type}`;
  const [media = ''] = type.split(';');
  const { $ref, content } = operation.responses[status] ?? {};
  const shared = $ref?.split('/').at(-1);
  const answer = shared === undefined ? content : (document.components.responses[shared] as Answer).content;
  if (status === 304 && shared !== undefined) return;
  if (answer?.[media] === undefined) throw new Error(`${answered}, which ${DOCUMENT} does not say`);
  if (!media.endsWith('json')) return;
  const place =
    shared === undefined
      ? ['paths', template, verb, 'responses', String(status)]
      : ['components', 'responses', shared];
  const fits = schemaAt(...place, 'content', media, 'schema');
  if (!fits(body)) throw new Error(`${answered}, not as in ${DOCUMENT}: ${ajv.errorsText(fits.errors)}`);
};
