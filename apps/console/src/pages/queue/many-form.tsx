/** One form for many pledges: its fields, the list of what will be sent, and of whom it is left out for, and why. */
import { useEffect, useId, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import { pledgeAddress } from '../../addresses/addresses.ts';
import { bodyOf } from '../../forms/body.ts';
import type { Typed } from '../../forms/body.ts';
import type { Draft } from '../../forms/drafts.ts';
import { stillAsSent } from '../../forms/errors-at-fields.ts';
import { Fields } from '../../forms/fields.tsx';
import type { KnownCommand } from '../../forms/known-commands.ts';
import { RefusalBox } from '../../forms/refusal-box.tsx';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { commandName } from '../../words/codes.ts';
import { sayOfMany } from '../../words/many-words.ts';
import { say } from '../../words/words.ts';
import type { Chosen, Offer } from './offers.ts';
import type { Many } from './use-many.ts';

interface ManyFormProps {
  readonly offer: Offer;
  readonly known: KnownCommand;
  readonly many: Pick<Many, 'done' | 'error' | 'errors'>;
  readonly draft: Draft;
  readonly onSend: (body: Readonly<Record<string, unknown>>) => void;
  readonly onClose: () => void;
}

export const ManyForm = ({ offer, known, many, draft, onSend, onClose }: ManyFormProps) => {
  const { command, targets, leftOut } = offer;
  const { summary, fields } = known;
  const { typed, setTyped } = draft;
  const { done, error, errors: refused } = many;
  const form = useId();
  const whole = useRef<HTMLFormElement>(null);
  const [sent, setSent] = useState<Typed>({});
  const errors = stillAsSent(refused, sent, typed);
  const isMended = refused.length > 0 && errors.length === 0;
  const idOf = (path: string): string => `${form}-${path}`;
  const words = sayOfMany();
  useEffect(() => whole.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (done !== null) return;
    setSent(typed);
    onSend(bodyOf(fields, typed));
  };
  return (
    <form ref={whole} className="command" noValidate onSubmit={submit} aria-labelledby={`${form}-title`}>
      <h2 id={`${form}-title`}>{commandName(command)}</h2>
      <p className="lead">{summary}</p>
      {error !== null && !isMended && <RefusalBox error={error} errors={errors} idOf={idOf} />}
      <Fields fields={fields} typed={typed} onTyped={setTyped} errors={errors} idOf={idOf} />
      <p>{words.sends(targets.length)}</p>
      <ul className="sent-for">
        {targets.map((one) => (
          <Line key={one.pledgeId} of={one} />
        ))}
      </ul>
      {leftOut.length > 0 && (
        <>
          <p>{words.leavesOut(leftOut.length)}</p>
          <ul className="sent-for">
            {leftOut.map((one) => (
              <Line key={one.pledgeId} of={one} why={one.why} />
            ))}
          </ul>
        </>
      )}
      <p className="sends">
        <button type="submit" className="main" aria-disabled={done !== null}>
          {words.send(commandName(command), targets.length)}
        </button>
        <button type="button" onClick={onClose}>
          {say().form.cancel}
        </button>
        <span role="status">{done !== null && words.sending(done, targets.length)}</span>
      </p>
    </form>
  );
};

const Line = ({
  of: { reference, description },
  why = '',
}: {
  readonly of: Chosen;
  readonly why?: string;
}) => (
  <li>
    <PlaceLink to={pledgeAddress(reference)}>{description}</PlaceLink>{' '}
    <span className="meta">
      <Code>{reference}</Code> {why}
    </span>
  </li>
);
