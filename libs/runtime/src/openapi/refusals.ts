/**
 * Which refusals an operation sends: derived from what it can do, for all operations in this one table, so that no controller
 * lists codes. The answers of scenarios are held against the document: a code that is sent and stands in no row fails.
 *
 * Not here, because they are answered before an operation is known: 404 and 405 for an address or a method that there is
 * not, 408, 414 and 431. A 500 is a fault of ours, which no operation promises.
 */
import { isCommand, isHealth, isTagged } from './operation.ts';
import type { Operation } from './operation.ts';
import { content, header, reference } from './response.ts';
import type { Responses } from './response.ts';

interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 429 | 503;
  /** Of the component that describes it. */
  readonly name: string;
  readonly description: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly isSentBy: (operation: Operation) => boolean;
}

const always = (): boolean => true;
const takes =
  (...names: readonly string[]) =>
  ({ parameters }: Operation): boolean =>
    parameters.some((name) => names.includes(name));
const isPost = ({ method }: Operation): boolean => method === 'post';

/** There is none where no log of proofs is kept (PROOF_NOT_KEPT). */
const isOfProofs = (path: string): boolean => /^\/(operations\/)?proof(\/|$)/.test(path);

/** There is none where people sign in otherwise (NO_SUCH_WAY_IN). */
const WAYS_IN: readonly string[] = ['openSession', 'startSignIn', 'finishSignIn'];

/**
 * They name places: a tree that is not signed yet has no proofs (BEYOND_THE_TREE), what is no pledge or revision has none (ID_INVALID),
 * and only events that the caller may read are compared (UNKNOWN_EVENT).
 */
const OF_PLACES: readonly string[] = [
  'getPledgeDifference',
  'getInclusionProof',
  'getConsistencyProof',
  'getPledgeProof',
  'getEventProof',
  'exportBundle',
];

const RETRY_AFTER = { 'Retry-After': 'In how many seconds to ask again.' };

const REFUSALS: readonly Refusal[] = [
  {
    status: 400,
    name: 'BadRequest',
    description:
      'The request cannot be understood. `errors` names each field, parameter or header, what is wrong with it and what is allowed.',
    isSentBy: always,
  },
  {
    status: 401,
    name: 'Unauthorized',
    description: 'Nobody has signed in and the operation asks for it, or the token is not accepted.',
    headers: { 'WWW-Authenticate': 'How to sign in, and what is wrong with the token.' },
    isSentBy: always,
  },
  {
    status: 403,
    name: 'Forbidden',
    description: 'The role of the caller, or the state that the caller speaks for, may not do this.',
    isSentBy: always,
  },
  {
    status: 404,
    name: 'NotFound',
    description: 'There is nothing of this name or id, or nothing that the caller may know of.',
    isSentBy: ({ path, operationId }) =>
      path.includes('{') || WAYS_IN.includes(operationId) || isOfProofs(path),
  },
  {
    status: 409,
    name: 'Conflict',
    description:
      'Not possible as things are: the status does not allow it, something is missing, or it has happened already. `code` says which, `allowed` what is possible instead.',
    isSentBy: isCommand,
  },
  {
    status: 409,
    name: 'NotYetVisible',
    description: 'After five seconds the answer still lacks what `after` names (NOT_YET_VISIBLE). Ask again.',
    isSentBy: isTagged,
  },
  {
    status: 412,
    name: 'PreconditionFailed',
    description:
      'Somebody else was first: the stream is no longer at the revision of `If-Match` (VERSION_CONFLICT). `eventsSince` lists what happened since.',
    isSentBy: isCommand,
  },
  {
    status: 413,
    name: 'ContentTooLarge',
    description: 'The body is larger than the server reads.',
    isSentBy: isPost,
  },
  {
    status: 415,
    name: 'UnsupportedMediaType',
    description: 'The body is not `application/json`.',
    isSentBy: isPost,
  },
  {
    status: 422,
    name: 'UnprocessableContent',
    description:
      'The request is well formed and its content is not valid: a name that is not known, a date that lies in the future, a figure that contradicts another. `code` says what, `field` where.',
    isSentBy: (operation) =>
      isCommand(operation) ||
      operation.hasBody ||
      takes('asOf', 'knownAt', 'cursor', 'memberState', 'theme')(operation) ||
      OF_PLACES.includes(operation.operationId),
  },
  {
    status: 429,
    name: 'TooManyRequests',
    description: 'The caller or its address has asked too often within a minute.',
    headers: RETRY_AFTER,
    isSentBy: (operation) => !isHealth(operation),
  },
  {
    status: 503,
    name: 'ServiceUnavailable',
    description:
      'The server cannot answer now: its store is away, too many questions wait already, or it is stopping.',
    headers: RETRY_AFTER,
    isSentBy: always,
  },
];

export const problemContent = { content: content('application/problem+json', 'Problem') };

/** The components that operations refer to. */
export const refusals: Responses = Object.fromEntries(
  REFUSALS.map(({ name, description, headers = {} }) => [
    name,
    {
      description,
      ...(Object.keys(headers).length > 0 && {
        headers: Object.fromEntries(Object.entries(headers).map(([key, text]) => [key, header(text)])),
      }),
      ...problemContent,
    },
  ]),
);

/** By status, as a document lists them. */
export const refusalsOf = (operation: Operation): Responses =>
  Object.fromEntries(
    REFUSALS.filter(({ isSentBy }) => isSentBy(operation)).map(({ status, name }) => [
      status,
      reference(name),
    ]),
  );
