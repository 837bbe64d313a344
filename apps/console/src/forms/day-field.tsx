/** A day, typed as year-month-day in any browser alike; below it in words, or that there is no such day. */
import { useState } from 'react';
import { day, isDay } from '../words/numbers.ts';
import { say } from '../words/words.ts';

interface DayFieldProps {
  readonly id: string;
  readonly describedBy: string;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export const DayField = ({ id, describedBy, required, invalid, value, onChange }: DayFieldProps) => {
  const [isLeft, setLeft] = useState(false);
  const isNone = value !== '' && !isDay(value) && (isLeft || value.length >= WHOLE);
  return (
    <>
      <span className="day-field">
        <input
          id={id}
          value={value}
          inputMode="numeric"
          autoComplete="off"
          placeholder="2026-11-28"
          aria-required={required}
          aria-invalid={invalid || isNone}
          aria-describedby={`${describedBy} ${id}-words`}
          onChange={({ target }) => onChange(target.value.trim())}
          onBlur={() => setLeft(true)}
        />
        <button type="button" onClick={() => onChange(new Date().toISOString().slice(0, 10))}>
          {say().form.today}
        </button>
      </span>
      <span id={`${id}-words`} className={isNone ? 'field-error' : 'meta'} aria-live="polite">
        {isNone ? say().form.noSuchDay : isDay(value) ? day(value) : ''}
      </span>
    </>
  );
};

const WHOLE = '2026-11-28'.length;
