/** The answers that all services have in common: to commands, to what is refused, and to questions about their health. */
import { FIELD_TITLE, NOT_CHECKED, ROLES } from '@pledgeline/contracts';
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
    message: { ...text, description: 'For people; may change.' },
    rule: {
      ...text,
      description:
        'Which rule is broken: the keyword of JSON Schema that the field has in this document (`required`, `type`, `enum`, `maxLength`, `minimum` and so on; `additionalProperties` for a field that is not known), or a name of our own where it has none, such as `saysSomething`.',
      example: 'maxLength',
    },
    limit: {
      description: 'What the rule allows: the greatest or least number, the type, or the pattern.',
      oneOf: [{ type: 'number', format: 'double' }, text],
      example: 200,
    },
    allowed: { type: 'array', items: text, description: 'Where only some values are.' },
    pointer: {
      ...text,
      format: 'json-pointer',
      description: 'Where in the body (RFC 6901); not for parameters and headers.',
      example: '/terms/mission',
    },
  },
};

/** What happened since the revision that a caller named. */
const eventSince: Schema = {
  title: 'EventSince',
  type: 'object',
  required: ['id', 'type', 'revision', 'recordedAt', 'occurredOn'],
  properties: {
    id: text,
    type: text,
    revision: { type: 'integer' },
    recordedAt: { ...text, format: 'date-time' },
    occurredOn: { ...text, format: 'date' },
  },
};

/** What a correction or an annulment would break. */
const blockedEvent: Schema = {
  title: 'BlockedEvent',
  type: 'object',
  required: ['eventId', 'event', 'revision', 'code', 'message'],
  properties: {
    eventId: text,
    event: { ...text, description: 'Its type.' },
    revision: { type: 'integer' },
    code: { ...text, description: 'With which it would be refused.' },
    message: { ...text, description: 'For people; may change.' },
  },
};

/** Open: what a refusal says besides depends on its code. */
const problem: Schema = {
  type: 'object',
  description:
    'Why a request was refused (RFC 9457). Besides what is listed a refusal may say what it is about, under names of its own, such as the pledge that an announcement repeats.',
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
    field: {
      ...text,
      description: 'What the refusal is about: a path in the body, a parameter or a header.',
    },
    allowed: {
      type: 'array',
      items: text,
      description: 'The values, roles, statuses or commands that are possible instead.',
    },
    pledgeStatus: {
      type: ['string', 'null'],
      description: 'The status of the pledge that does not allow it.',
    },
    stream: { ...text, description: 'Of what has changed since (VERSION_CONFLICT).' },
    expected: { type: ['integer', 'null'], description: 'The revision that the request named.' },
    actual: { type: ['integer', 'null'], description: 'The revision that it has now.' },
    eventsSince: { type: 'array', items: eventSince },
    blocked: {
      type: 'array',
      items: blockedEvent,
      description:
        'The later events that would be refused, had the corrected event been so from the beginning (CORRECTION_BREAKS, ANNULMENT_BREAKS).',
    },
    size: { type: 'integer', description: 'What would be recorded at once, in bytes (APPEND_TOO_LARGE).' },
    limit: { type: 'integer', description: 'The most that can be, in bytes (APPEND_TOO_LARGE).' },
    retryAfter: { type: 'integer', description: 'In how many seconds to ask again.' },
  },
};

const notChecked: Schema = {
  type: 'array',
  items: { ...text, enum: [...NOT_CHECKED] },
  description:
    'Codes of refusals that could not be looked for, since what knows them does not get on; absent where there are none. The work queue holds the task to look later.',
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
    notChecked,
  },
};

const dryRunAnswer: Schema = {
  type: 'object',
  description: 'What a command would record, had it not been sent with `dryRun=true`. Nothing was.',
  required: ['dryRun', 'stream', 'revision', 'location', 'repeated', 'events'],
  properties: {
    dryRun: { type: 'boolean', enum: [true] },
    stream: text,
    revision: { type: 'integer', description: 'That the stream would have; -1 where it would not begin.' },
    location: {
      ...text,
      description:
        'Of what would be changed or made; an id that is drawn is another the next time, but for the same key.',
    },
    repeated: {
      type: 'boolean',
      description: 'True when this key was handled before: nothing more would be recorded.',
    },
    events: {
      type: 'array',
      description: 'That would be recorded, as far as you may read them; none where it is so already.',
      items: { $ref: '#/components/schemas/ForeseenEvent' },
    },
    notChecked,
  },
};

const foreseenEvent: Schema = {
  type: 'object',
  required: ['stream', 'type', 'revision'],
  properties: { stream: text, type: text, revision: { type: 'integer' } },
};

export const sharedSchemas: Readonly<Record<string, Schema>> = {
  Problem: problem,
  CommandAnswer: commandAnswer,
  DryRunAnswer: dryRunAnswer,
  ForeseenEvent: foreseenEvent,
  OnBehalfOf: onBehalfOfSchema,
  PaperOfAct: paperSchema,
  RecordedForOthers: {
    type: 'object',
    properties: {
      onBehalfOf: {
        $ref: '#/components/schemas/OnBehalfOf',
        [FIELD_TITLE]: 'On behalf of',
        description: 'The state or body whose act an officer records, and the paper that tells of it.',
      },
    },
  },
};
