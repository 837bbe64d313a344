/** The answers that all services have in common: to commands, to what is refused, and to questions about their health. */
import { ROLES } from '@pledgeline/contracts';
import { onBehalfOfSchema, paperSchema } from '../on-behalf-of.ts';
import type { Schema } from './named-schemas.ts';

const text = { type: 'string' };

/** The roles that a token may give: nobody acts as a job, and the public has not signed in. */
const ACTING = ROLES.filter((role) => role !== 'SYSTEM' && role !== 'PUBLIC');

export const actingRole: Schema = { title: 'ActingRole', type: 'string', enum: ACTING };

const fieldFault: Schema = {
  title: 'FieldFault',
  type: 'object',
  required: ['field', 'message'],
  properties: {
    field: {
      ...text,
      description: 'A path in the body such as `partners.0`, or the name of a parameter or header.',
    },
    message: text,
    allowed: { type: 'array', items: text, description: 'Where only some values are.' },
  },
};

/** Open: what a refusal says besides depends on its code. */
const problem: Schema = {
  type: 'object',
  description:
    'Why a request was refused (RFC 9457). Besides what is listed a refusal may say what it is about, under names of its own: `field`, `allowed` (the values, roles or commands that are possible instead), the pledge that an announcement repeats.',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  properties: {
    type: { ...text, description: 'The code as a URN.' },
    title: text,
    status: { type: 'integer' },
    detail: { ...text, description: 'For people; may change.' },
    code: {
      ...text,
      description: 'Stable: what programs tell problems apart by. docs/refusals.md lists them.',
    },
    instance: { ...text, description: 'The correlation id of the request.' },
    errors: { type: 'array', items: fieldFault },
    retryAfter: { type: 'integer', description: 'In how many seconds to ask again.' },
  },
};

const commandAnswer: Schema = {
  type: 'object',
  required: ['stream', 'revision', 'after', 'location', 'repeated'],
  properties: {
    stream: text,
    revision: { type: 'integer' },
    after: { ...text, description: 'For `?after=` of a query.' },
    location: text,
    repeated: { type: 'boolean', description: 'True when this key was handled before.' },
  },
};

export const sharedSchemas: Readonly<Record<string, Schema>> = {
  Problem: problem,
  CommandAnswer: commandAnswer,
  OnBehalfOf: onBehalfOfSchema,
  PaperOfAct: paperSchema,
  RecordedForOthers: {
    type: 'object',
    properties: { onBehalfOf: { $ref: '#/components/schemas/OnBehalfOf' } },
  },
};
