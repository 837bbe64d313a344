/**
 * A code that is found by words: what fits is listed below the field while its writer types, arrows choose and Enter takes. What stands
 * in the field is the code, as it is sent; below it stands its name. A name that was typed in full becomes its code.
 */
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Code } from '../parts/code.tsx';
import { say } from '../words/words.ts';
import { calledIn, codeMeant, lookedUp } from './lookup-entries.ts';

interface LookupProps {
  readonly id: string;
  /** The name of the list. */
  readonly list: string;
  /** Of the field. */
  readonly label: string;
  readonly describedBy: string;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const NONE = -1;

export const Lookup = ({ id, list, label, describedBy, required, invalid, value, onChange }: LookupProps) => {
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(NONE);
  const entries = isOpen ? lookedUp(list, value) : [];
  const isShown = entries.length > 0;
  const take = (code: string): void => {
    onChange(code);
    setOpen(false);
    setAt(NONE);
  };
  const pressed = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = entries[at];
    if (by !== undefined) {
      setOpen(true);
      const count = entries.length;
      setAt(count === 0 ? NONE : at === NONE ? (by > 0 ? 0 : count - 1) : (at + by + count) % count);
    } else if (event.key === 'Enter' && chosen !== undefined) take(chosen.code);
    else if (event.key === 'Escape' && isShown) setOpen(false);
    else return;
    event.preventDefault();
  };
  return (
    <div className="lookup">
      <input
        id={id}
        role="combobox"
        value={value}
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown && at !== NONE ? `${id}-${at}` : undefined}
        aria-required={required}
        aria-invalid={invalid}
        aria-describedby={`${describedBy} ${id}-name`}
        onChange={({ target }) => {
          onChange(target.value);
          setOpen(target.value.trim() !== '');
          setAt(NONE);
        }}
        onKeyDown={pressed}
        onBlur={() => {
          setOpen(false);
          setAt(NONE);
          const meant = codeMeant(list, value);
          if (meant !== value) onChange(meant);
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} hidden={!isShown}>
        {entries.map(({ code, label: name }, n) => (
          <div
            key={code}
            id={`${id}-${n}`}
            role="option"
            aria-selected={n === at}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(code)}
          >
            {name !== code && `${name} `}
            <Code>{code}</Code>
          </div>
        ))}
      </div>
      <span id={`${id}-name`} className="meta" aria-live="polite">
        {isShown ? say().form.fits(entries.length) : calledIn(list, value)}
      </span>
    </div>
  );
};
