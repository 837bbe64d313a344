/** The form of any command: its fields by its schema, judged by the server alone. What was typed stays until it is recorded. */
import { use, useEffect, useId, useRef, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import type { Recorded } from '../server/commands.ts';
import { commandName } from '../words/codes.ts';
import { say } from '../words/words.ts';
import { bodyOf } from './body.ts';
import type { Typed } from './body.ts';
import { Confirm } from './confirm.tsx';
import { useDraft } from './drafts.ts';
import { stillAsSent } from './errors-at-fields.ts';
import { Fields } from './fields.tsx';
import { knownCommand } from './known-commands.ts';
import { RefusalBox } from './refusal-box.tsx';
import { offering } from './request-fields.ts';
import type { Choice } from './request-fields.ts';
import { useSending } from './use-sending.ts';

/** They end a pledge for good, or nearly so. */
const ENDING = [
  'WithdrawPledge',
  'DeclineRegistration',
  'SplitPledge',
  'FulfilPledge',
  'AnnulEvent',
  'MergePledges',
];

interface CommandFormProps {
  readonly command: string;
  readonly href: string;
  /** What it is about, for those who are asked whether they mean it. */
  readonly reference: string;
  /** The ETag of what is on the page. */
  readonly seen: string | null;
  /** What stands in the fields before anybody has typed. */
  readonly begins?: Typed | undefined;
  /** What fields are chosen from that would be typed otherwise, by what is looked up, such as `gap`. */
  readonly offered?: Readonly<Record<string, readonly Choice[]>> | undefined;
  readonly onRecorded: (recorded: Recorded) => void;
  readonly onClose: () => void;
  /** The page has to be read anew: something has come since. */
  readonly onMoved: () => Promise<void>;
  /** What an event changed that came in between. */
  readonly changesOf?: (eventId: string) => ReactNode;
}

export const CommandForm = ({
  command,
  href,
  reference,
  seen,
  begins,
  offered = {},
  onRecorded,
  onClose,
  onMoved,
  changesOf,
}: CommandFormProps) => {
  const { summary, fields: asKnown } = use(knownCommand(command));
  const fields = offering(asKnown, offered);
  const form = useId();
  const whole = useRef<HTMLFormElement>(null);
  const { typed, setTyped, forget } = useDraft(
    // What was typed about one thing does not stand in the form about another.
    begins === undefined ? href : `${href} ${JSON.stringify(begins)}`,
    begins,
  );
  const [asks, setAsks] = useState(false);
  useEffect(
    () =>
      (
        whole.current?.querySelector<HTMLElement>('input, select, textarea') ??
        whole.current?.querySelector('h2')
      )?.focus(),
    [],
  );
  const [sent, setSent] = useState<Typed>({});
  const { isSending, error, errors: refused, sendIt } = useSending(href, fields, seen, onMoved);
  const errors = stillAsSent(refused, sent, typed);
  const isMended = refused.length > 0 && errors.length === 0;
  const idOf = (path: string): string => `${form}-${path}`;

  const carryOut = async (): Promise<void> => {
    if (isSending) return;
    setAsks(false);
    setSent(typed);
    const answer = await sendIt(bodyOf(fields, typed));
    if (!(answer instanceof Error)) {
      forget();
      onRecorded(answer);
    }
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (ENDING.includes(command)) setAsks(true);
    else void carryOut();
  };

  return (
    <form ref={whole} className="command" noValidate onSubmit={submit} aria-labelledby={`${form}-title`}>
      <h2 id={`${form}-title`} tabIndex={-1}>
        {commandName(command)}
      </h2>
      <p className="lead">{summary}</p>
      {error !== null && !isMended && (
        <RefusalBox error={error} errors={errors} idOf={idOf} changesOf={changesOf} />
      )}
      <Fields fields={fields} typed={typed} onTyped={setTyped} errors={errors} idOf={idOf} />
      <p className="sends">
        <button type="submit" className="main" aria-disabled={isSending}>
          {isSending ? say().form.sending : commandName(command)}
        </button>
        <button
          type="button"
          onClick={() => {
            forget();
            onClose();
          }}
        >
          {say().form.cancel}
        </button>
      </p>
      {asks && <Confirm reference={reference} onYes={() => void carryOut()} onNo={() => setAsks(false)} />}
    </form>
  );
};
