/** How answers about the health of a process look. */
import type { Schema } from './openapi/named-schemas.ts';

const text = { type: 'string' };
const whole = { type: 'integer', minimum: 0 };
const textOrNull = { type: ['string', 'null'] };

const failure = (title: string, more: Readonly<Record<string, Schema>>): Schema => ({
  anyOf: [
    {
      title,
      type: 'object',
      required: ['eventId', ...Object.keys(more), 'attempts', 'message'],
      properties: { eventId: text, ...more, attempts: whole, message: text },
    },
    { type: 'null' },
  ],
});

const group: Schema = {
  title: 'GroupHealth',
  type: 'object',
  required: ['group', 'state'],
  properties: {
    group: text,
    state: {
      title: 'GroupState',
      type: 'string',
      enum: ['starting', 'catching-up', 'live', 'retrying', 'stopped', 'closed'],
    },
    position: { ...textOrNull, description: 'In the log; for those who may read everything.' },
    lag: {
      type: ['integer', 'null'],
      minimum: 0,
      description:
        'Messages after the position, when the group last looked; null until it is known. For those who may read everything.',
    },
    failure: failure('GroupFailure', { stream: text, revision: whole }),
  },
};

const relay: Schema = {
  title: 'RelayHealth',
  type: 'object',
  required: ['state'],
  description: 'Of the process that publishes to Kafka only.',
  properties: {
    state: {
      title: 'RelayState',
      type: 'string',
      enum: ['standby', 'leading', 'retrying', 'stopped', 'closed'],
    },
    position: textOrNull,
    published: whole,
    behindSeconds: {
      type: ['number', 'null'],
      minimum: 0,
      description:
        'Age of the oldest event that is not published; 0 when there is none, null where that is not known. For those who may read everything.',
    },
    failure: failure('RelayFailure', {}),
  },
};

export const liveness: Schema = {
  title: 'Liveness',
  type: 'object',
  required: ['status'],
  properties: { status: { type: 'string', enum: ['live'] } },
};

export const readinessAnswer: Schema = {
  title: 'Readiness',
  type: 'object',
  required: ['status', 'because', 'groups'],
  properties: {
    status: {
      title: 'ReadinessStatus',
      type: 'string',
      enum: ['ready', 'degraded'],
      description: '`degraded`: something is away, and questions are answered all the same.',
    },
    because: { type: 'array', items: text, description: 'What is wrong; empty when nothing is.' },
    groups: { type: 'array', items: group },
    logEnd: {
      ...textOrNull,
      description:
        'The position of the last event of the log, to be held beside those of the groups and of the relay; null when it is empty or did not answer. For those who may read everything.',
    },
    relay,
  },
};
