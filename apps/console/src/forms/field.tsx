/** One field of a form: its label, its help, its error, and the input that its kind asks for. */
import type { ReactNode } from 'react';
import { writtenOut } from '../words/codes.ts';
import { entriesOf } from '../words/names.ts';
import { say } from '../words/words.ts';
import { DayField } from './day-field.tsx';
import type { FieldError } from './errors-at-fields.ts';
import { Lookup } from './lookup.tsx';
import type { Field } from './request-fields.ts';

export interface FieldInputProps {
  readonly field: Field;
  /** Unique in the page; errors are linked to it. */
  readonly id: string;
  readonly error: FieldError | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const FieldInput = (props: FieldInputProps) => {
  const { field, id, error } = props;
  return (
    <div className="field">
      <label htmlFor={id}>
        {field.title} {!field.required && <span className="meta">({say().form.optional})</span>}
      </label>
      <FieldHelp field={field} id={`${id}-help`} />
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error.message}
        </p>
      )}
      <Input {...props} />
    </div>
  );
};

export const FieldHelp = ({ field, id }: { readonly field: Field; readonly id: string }) => (
  <p className="meta" id={id}>
    {[
      field.help,
      field.neededWhen,
      field.example !== null && field.kind !== 'choice' && say().form.example(field.example),
    ]
      .filter(Boolean)
      .join(' ')}
  </p>
);

const Input = ({ field, id, error, value, onChange }: FieldInputProps): ReactNode => {
  const describedBy = `${id}-help${error === undefined ? '' : ` ${id}-error`}`;
  const common = {
    id,
    value,
    'aria-required': field.required,
    'aria-invalid': error !== undefined,
    'aria-describedby': describedBy,
  };
  if (field.kind === 'day')
    return (
      <DayField
        id={id}
        describedBy={describedBy}
        required={field.required}
        invalid={error !== undefined}
        value={value}
        onChange={onChange}
      />
    );
  if (field.kind === 'choice' || field.kind === 'yes-or-no')
    return (
      <select {...common} onChange={({ target }) => onChange(target.value)}>
        <option value="">{field.required ? say().form.choose : say().form.unsaid}</option>
        {choicesOf(field).map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    );
  if (field.kind === 'long')
    return (
      <textarea
        {...common}
        rows={4}
        maxLength={field.maxLength ?? undefined}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  if (entriesOf(field.lookup).length > 0)
    return (
      <Lookup
        id={id}
        list={String(field.lookup)}
        label={field.title}
        describedBy={describedBy}
        required={field.required}
        invalid={error !== undefined}
        value={value}
        onChange={onChange}
      />
    );
  return (
    <input
      {...common}
      autoComplete="off"
      inputMode={field.kind === 'whole' ? 'numeric' : field.kind === 'number' ? 'decimal' : 'text'}
      maxLength={field.maxLength ?? undefined}
      onChange={({ target }) => onChange(target.value)}
    />
  );
};

const choicesOf = (field: Field): readonly (readonly [string, string])[] =>
  field.kind === 'yes-or-no'
    ? [
        ['yes', say().form.yes],
        ['no', say().form.no],
      ]
    : field.choices.map((code) => [code, field.names?.[code] ?? writtenOut(code)]);
