/** From what was typed to the body of a request: what was left empty is left out, and never sent as nothing. */
import type { Field } from './request-fields.ts';

/** By name of the field: text, the texts of a list, a group, or several groups. */
export type Typed = { readonly [name: string]: TypedValue };
export type TypedValue = string | readonly string[] | Typed | readonly Typed[];

export const bodyOf = (fields: readonly Field[], typed: Typed): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueOf(field, typed[field.name]);
      return value === undefined ? [] : [[field.name, value]];
    }),
  );

const valueOf = (field: Field, value: TypedValue | undefined): unknown => {
  if (value === undefined) return undefined;
  switch (field.kind) {
    case 'group': {
      const inside = bodyOf(field.fields, value as Typed);
      return Object.keys(inside).length === 0 ? undefined : inside;
    }
    case 'groups':
      return listed((value as readonly Typed[]).map((one) => bodyOf(field.fields, one)));
    case 'list':
      return listed((value as readonly string[]).map((one) => one.trim()).filter(Boolean));
    case 'yes-or-no':
      return value === '' ? undefined : value === 'yes';
    case 'whole':
    case 'number':
      return numberOf((value as string).trim());
    default:
      return (value as string).trim() === '' ? undefined : (value as string).trim();
  }
};

const listed = (values: readonly unknown[]): readonly unknown[] | undefined =>
  values.length === 0 ? undefined : values;

/** What is no number goes as it is: the server says what is wrong with it. */
const numberOf = (text: string): number | string | undefined => {
  if (text === '') return undefined;
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
};
