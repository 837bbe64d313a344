/** How answers about sessions look. */
import { ROLES } from '@pledgeline/contracts';
import type { Schema } from '../openapi/named-schemas.ts';

const text = { type: 'string' };
const textOrNull = { type: ['string', 'null'] };
const moment = { type: 'string', format: 'date-time' };
const role = { type: 'string', enum: [...ROLES] };

const caller: Schema = {
  title: 'SessionCaller',
  type: 'object',
  required: ['subject', 'role', 'state'],
  properties: {
    subject: { ...text, description: 'Who it is; the actor of what he does.' },
    role,
    state: { ...textOrNull, description: 'ISO 3166 alpha-3 code of the state that he speaks for.' },
    body: { ...text, description: 'The body that a partner without a state speaks for.' },
  },
};

const session: Schema = {
  title: 'Session',
  type: 'object',
  required: ['caller', 'roles', 'csrf', 'until', 'renewable'],
  properties: {
    caller,
    roles: { type: 'array', items: role, description: 'Those that its owner may act in.' },
    csrf: {
      ...textOrNull,
      description: 'Goes into `x-csrf-token` of what changes something; null for a token, which needs none.',
    },
    until: moment,
    renewable: {
      type: 'boolean',
      description: 'Whether `POST /session/renewal` makes it longer without signing in again.',
    },
  },
};

const wayIn: Schema = {
  title: 'WayIn',
  type: 'object',
  required: ['kind', 'page', 'description'],
  properties: {
    kind: { title: 'WayInKind', type: 'string', enum: ['LOCAL', 'OPENID_CONNECT', 'HEADERS'] },
    page: { ...textOrNull, description: 'To open in a browser, with `?next=` for where to go afterwards.' },
    description: text,
    issuer: text,
    clientId: textOrNull,
    scope: textOrNull,
    authorizationEndpoint: { ...textOrNull, description: 'Null while the issuer cannot be asked.' },
    tokenEndpoint: textOrNull,
  },
};

const sessionOrNull = { anyOf: [session, { type: 'null' }] };

export const currentSession: Schema = {
  title: 'CurrentSession',
  type: 'object',
  required: ['session', 'now', 'waysIn'],
  properties: {
    session: sessionOrNull,
    now: { ...moment, description: "The server's clock." },
    waysIn: { type: 'array', items: wayIn },
  },
};

export const changedSession: Schema = {
  title: 'ChangedSession',
  type: 'object',
  required: ['session'],
  properties: { session: sessionOrNull },
};

export const openedSession: Schema = {
  title: 'OpenedSession',
  type: 'object',
  required: ['caller', 'until', 'next'],
  properties: {
    caller,
    until: moment,
    next: { ...text, description: 'Where to go now: an address of this server, from its root.' },
    csrf: { ...text, description: 'Of a session in a cookie.' },
    token: { ...text, description: 'To show as `Authorization: Bearer`; shown once.' },
  },
};
