/** Whether an answer is as its schema says: nothing missing, nothing more, everything of the right kind. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Schema } from '../answers/answer-schema.ts';
import addFormats from 'ajv-formats';

const ajv = addFormats.default(new Ajv2020({ allErrors: true }));

/** Where it is not, as a caller reads it; empty when all is as described. */
export const faultsOf = (answer: unknown, schema: Schema): readonly string[] => {
  const fits = ajv.compile(schema);
  if (fits(JSON.parse(JSON.stringify(answer)))) return [];
  return (fits.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
};
