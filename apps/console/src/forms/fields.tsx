/** The fields of a form, those of its groups, and those of which there may be several. */
import { say } from '../words/words.ts';
import type { Typed, TypedValue } from './body.ts';
import type { FieldError } from './errors-at-fields.ts';
import { FieldHelp, FieldInput } from './field.tsx';
import type { Field } from './request-fields.ts';

interface FieldsProps {
  readonly fields: readonly Field[];
  readonly typed: Typed;
  readonly onTyped: (typed: Typed) => void;
  readonly errors: readonly FieldError[];
  /** Before the names: the form, and the group that they are in. */
  readonly idOf: (path: string) => string;
  readonly path?: string;
}

export const Fields = ({ fields, typed, onTyped, errors, idOf, path = '' }: FieldsProps) =>
  fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      path={path + field.name}
      value={typed[field.name]}
      onChange={(value) => onTyped({ ...typed, [field.name]: value })}
      errors={errors}
      idOf={idOf}
    />
  ));

interface OneFieldProps {
  readonly field: Field;
  readonly path: string;
  readonly value: TypedValue | undefined;
  readonly onChange: (value: TypedValue) => void;
  readonly errors: readonly FieldError[];
  readonly idOf: (path: string) => string;
}

const OneField = ({ field, path, value, onChange, errors, idOf }: OneFieldProps) => {
  const error = errors.find((one) => one.path === path);
  const isMany = field.kind === 'list' || field.kind === 'groups';
  if (isMany)
    return (
      <Several
        field={field}
        path={path}
        values={(value ?? []) as readonly TypedValue[]}
        onChange={onChange}
        errors={errors}
        idOf={idOf}
      />
    );
  if (field.kind === 'group')
    return (
      <details className="group" id={idOf(path)} open={field.required}>
        <summary>
          {field.title} {!field.required && <span className="meta">({say().form.optional})</span>}
        </summary>
        <FieldHelp field={field} id={`${idOf(path)}-help`} />
        <Fields
          fields={field.fields}
          typed={(value ?? {}) as Typed}
          onTyped={onChange}
          errors={errors}
          idOf={idOf}
          path={`${path}.`}
        />
      </details>
    );
  return (
    <FieldInput
      field={field}
      id={idOf(path)}
      error={error}
      value={(value ?? '') as string}
      onChange={onChange}
    />
  );
};

interface SeveralProps extends Omit<OneFieldProps, 'value' | 'onChange'> {
  readonly values: readonly TypedValue[];
  readonly onChange: (values: TypedValue) => void;
}

const Several = ({ field, path, values, onChange, errors, idOf }: SeveralProps) => {
  const error = errors.find((one) => one.path === path);
  const isGroups = field.kind === 'groups';
  const replace = (at: number, value: TypedValue): void =>
    onChange(values.map((one, n) => (n === at ? value : one)) as TypedValue);
  return (
    <fieldset className="several" id={idOf(path)} tabIndex={-1}>
      <legend>
        {field.title} {!field.required && <span className="meta">({say().form.optional})</span>}
      </legend>
      <FieldHelp field={field} id={`${idOf(path)}-help`} />
      {error && <p className="field-error">{error.message}</p>}
      {values.map((value, at) => (
        <div className="one-of-several" key={at}>
          {isGroups ? (
            <Fields
              fields={field.fields}
              typed={value as Typed}
              onTyped={(typed) => replace(at, typed)}
              errors={errors}
              idOf={idOf}
              path={`${path}.${at}.`}
            />
          ) : (
            <FieldInput
              field={{
                ...field,
                kind: field.choices.length > 0 ? 'choice' : 'text',
                title: say().form.item(field.title, at + 1),
                help: null,
                neededWhen: null,
                required: true,
              }}
              id={idOf(`${path}.${at}`)}
              error={errors.find((one) => one.path === `${path}.${at}`)}
              value={value as string}
              onChange={(text) => replace(at, text)}
            />
          )}
          <button type="button" onClick={() => onChange(values.filter((_, n) => n !== at) as TypedValue)}>
            {say().form.remove(field.title, at + 1)}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => onChange([...values, isGroups ? {} : ''] as TypedValue)}>
        {say().form.add(field.title)}
      </button>
    </fieldset>
  );
};
