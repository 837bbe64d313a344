/** Reads RFC 9457 problem documents, as far as people and reject files need them. */
import type { Answer } from './server.ts';

export interface Fault {
  /** Column, or blank where the whole row is at fault. */
  readonly field: string;
  readonly reason: string;
  readonly code: string;
}

interface Problem {
  readonly code?: unknown;
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly errors?: unknown;
  readonly fields?: unknown;
  /** Of a refusal to act for a state: whose act it would have been. */
  readonly memberState?: unknown;
  /** Of the pledge that is there already. */
  readonly reference?: unknown;
  /** Of a refusal by a decision: the one field it is about. */
  readonly field?: unknown;
}

const problemOf = ({ body }: Answer): Problem => (typeof body === 'object' && body !== null ? body : {});

export const problemCode = (answer: Answer): string => {
  const { code } = problemOf(answer);
  return typeof code === 'string' ? code : `HTTP_${answer.status}`;
};

/** One fault for a refusal: all fields it names, with the reason of each. */
export const faultOf = (answer: Answer): Fault => {
  const { errors, field } = problemOf(answer);
  const named = Array.isArray(errors) ? errors.map(fieldError) : [];
  return {
    field: [...new Set(named.map((error) => error.field))].filter(Boolean).join('; ') || textOf(field),
    reason: named.map(({ message }) => message).join('; ') || sentence(answer),
    code: problemCode(answer),
  };
};

/** Which fields of something already there differ, where the server says so. */
export const differingFields = (answer: Answer): readonly string[] => {
  const { fields } = problemOf(answer);
  return Array.isArray(fields) ? fields.map(String) : [];
};

/** Whether it is not about what was sent: who asks, or what is asked, is wrong for everything alike. */
export const refusesAll = (answer: Answer): boolean => {
  if (answer.status === 403) return problemOf(answer).memberState === undefined;
  return [401, 405].includes(answer.status) || EVERYTHING.includes(problemCode(answer));
};

/** No such address, and nobody who could ask. */
const EVERYTHING: readonly string[] = ['NOT_FOUND', 'HTTP_404', 'IDENTITY_HEADER'];

/** What people call the pledge that is there already; blank where the server does not say. */
export const referenceIn = (answer: Answer): string => textOf(problemOf(answer).reference);

const HOW_TO_SIGN_IN =
  'Use "pledgeline sign-in" (on the machine of the server with --as and the role), or set PLEDGELINE_TOKEN.';

/** The refusal in one line, with what to do about it. */
export const sentence = (answer: Answer): string => {
  const { detail, title } = problemOf(answer);
  const advice = answer.status === 401 ? ` ${HOW_TO_SIGN_IN}` : '';
  if (typeof detail === 'string' && detail !== '') return detail + advice;
  return typeof title === 'string' ? title : `the server answered ${answer.status}`;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const fieldError = (error: unknown): { readonly field: string; readonly message: string } => {
  const { field, message } = error as { field?: unknown; message?: unknown };
  return {
    field: typeof field === 'string' ? field : '',
    message: typeof message === 'string' ? message : 'not valid',
  };
};
