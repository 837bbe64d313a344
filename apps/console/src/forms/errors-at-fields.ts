/** Where in a form the faults of a problem belong. Those that belong to no field stay in the box above. */
import type { Problem } from '../server/problem.ts';
import type { Typed } from './body.ts';
import type { Field } from './request-fields.ts';

export interface FieldError {
  /** As in ids of the form: `partners.0.memberState`. */
  readonly path: string;
  /** As the form calls it. */
  readonly title: string;
  readonly message: string;
}

export const errorsAtFields = (problem: Problem, fields: readonly Field[]): readonly FieldError[] => {
  const faults =
    problem.errors ??
    (problem.field === undefined ? [] : [{ field: problem.field, message: problem.detail }]);
  return faults.flatMap(({ field: path, message }) => {
    const title = titleAt(path.split('.'), fields);
    return title === undefined ? [] : [{ path, title, message: inItsWords(message, path, title) }];
  });
};

/** Those of fields in which still stands what was sent: what has been changed since is judged when it is sent again. */
export const stillAsSent = (
  errors: readonly FieldError[],
  sent: Typed,
  typed: Typed,
): readonly FieldError[] =>
  errors.filter(({ path }) => JSON.stringify(valueAt(path, sent)) === JSON.stringify(valueAt(path, typed)));

const valueAt = (path: string, typed: Typed): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Typed | undefined)?.[name], typed) ?? '';

/** The server names fields as the body does; people know them by their titles. */
const inItsWords = (message: string, path: string, title: string): string =>
  message.startsWith(`${path} `) ? `${title} ${message.slice(path.length + 1)}` : message;

const titleAt = ([name, ...rest]: readonly string[], fields: readonly Field[]): string | undefined => {
  const field = fields.find((one) => one.name === name);
  if (field === undefined) return undefined;
  const inside = rest.filter((part) => !/^\d+$/.test(part));
  if (inside.length === 0 || field.fields.length === 0) return field.title;
  return titleAt(inside, field.fields) ?? field.title;
};
