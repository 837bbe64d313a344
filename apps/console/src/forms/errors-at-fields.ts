/** Where in a form the faults of a problem belong. Those that belong to no field stay in the box above. */
import type { Problem } from '../server/problem.ts';
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
