/** The form of any command: its fields by its schema, judged by the server alone. What was typed stays until it is recorded. */
import { useEffect, useId, useRef, useState } from 'react';
import type { SyntheticEvent } from 'react';
import known from '../generated/commands.json' with { type: 'json' };
import { send } from '../server/commands.ts';
import type { Recorded } from '../server/commands.ts';
import { useSession } from '../server/session.ts';
import { commandName } from '../words/codes.ts';
import { entriesOf, LISTS } from '../words/names.ts';
import { say } from '../words/words.ts';
import { bodyOf } from './body.ts';
import type { Typed } from './body.ts';
import { Confirm } from './confirm.tsx';
import { errorsAtFields } from './errors-at-fields.ts';
import { Fields } from './fields.tsx';
import { RefusalBox } from './refusal-box.tsx';
import { fieldsOf } from './request-fields.ts';
import type { Schema, Schemas } from './request-fields.ts';
import { Refused } from '../server/problem.ts';

const commands = known.commands as unknown as Readonly<
  Record<string, { readonly summary: string; readonly body: Schema | null } | undefined>
>;
const schemas = known.schemas as unknown as Schemas;
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
  readonly onRecorded: (recorded: Recorded) => void;
  readonly onClose: () => void;
  /** The page has to be read anew: something has come since. */
  readonly onMoved: () => void;
}

export const CommandForm = ({
  command,
  href,
  reference,
  seen,
  onRecorded,
  onClose,
  onMoved,
}: CommandFormProps) => {
  const session = useSession();
  const form = useId();
  const whole = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Typed>({});
  const [error, setError] = useState<Error | null>(null);
  const [isSending, setSending] = useState(false);
  const [asks, setAsks] = useState(false);
  // Until its body changes an attempt has one key: what was sent twice is recorded once.
  const key = useRef({ of: '', is: '' });
  useEffect(
    () =>
      (
        whole.current?.querySelector<HTMLElement>('input, select, textarea') ??
        whole.current?.querySelector('h2')
      )?.focus(),
    [],
  );
  const about = commands[command];
  const fields = fieldsOf(about?.body ?? null, schemas);
  const errors = error instanceof Refused ? errorsAtFields(error.problem, fields) : [];
  const idOf = (path: string): string => `${form}-${path}`;

  const carryOut = async (): Promise<void> => {
    if (isSending) return;
    setSending(true);
    setAsks(false);
    const body = bodyOf(fields, typed);
    const said = JSON.stringify(body);
    if (key.current.of !== said || key.current.is === '') key.current = { of: said, is: crypto.randomUUID() };
    try {
      onRecorded(await send({ href, body, key: key.current.is, seen, session: session?.session ?? null }));
    } catch (refusal) {
      setError(refusal as Error);
      if (refusal instanceof Refused && refusal.problem.status === 412) onMoved();
    } finally {
      setSending(false);
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
      <p className="lead">{about?.summary}</p>
      {error !== null && <RefusalBox error={error} errors={errors} idOf={idOf} />}
      <Fields fields={fields} typed={typed} onTyped={setTyped} errors={errors} idOf={idOf} />
      {LISTS.map((lookup) => (
        <datalist id={`lookup-${lookup}`} key={lookup}>
          {entriesOf(lookup).map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </datalist>
      ))}
      <p className="sends">
        <button type="submit" className="main" aria-disabled={isSending}>
          {isSending ? say().form.sending : commandName(command)}
        </button>
        <button type="button" onClick={onClose}>
          {say().form.cancel}
        </button>
      </p>
      {asks && <Confirm reference={reference} onYes={() => void carryOut()} onNo={() => setAsks(false)} />}
    </form>
  );
};
