/** What this browser goes by: which key, and which checkpoint it saw before. Its reader may name the key that he was given. */
import { useState } from 'react';
import { keyOf } from '../../checks/check-head.ts';
import { forgetLog, keepLog, knownLog } from '../../checks/known-log.ts';
import type { HeadLook } from '../../checks/look-at-head.ts';
import { Code } from '../../parts/code.tsx';
import { number } from '../../words/numbers.ts';
import { sayOfProof } from '../../words/proof-words.ts';

interface TrustedHereProps {
  readonly look: HeadLook;
  /** After which the checkpoint is to be looked at again. */
  readonly onChange: () => void;
}

export const TrustedHere = ({ look, onChange }: TrustedHereProps) => {
  const { steps, page: words } = sayOfProof();
  const known = knownLog();
  const { checked } = look;
  const before = number(checked?.sizeBefore ?? 0);
  return (
    <div className="proof-here">
      {checked && (
        <>
          <p className="proof-fits">{steps.signature(number(checked.head.size), checked.key)}</p>
          <p>
            {
              {
                first: steps.first,
                same: steps.same,
                goesOn: steps.goesOn(before),
                behind: steps.behind(before),
              }[checked.since]
            }
          </p>
        </>
      )}
      {known && (
        <p>
          {known.isHandedOver && `${steps.handedOver} `}
          {known.keyFrom === 'server' ? steps.keyOfServer : !known.isHandedOver && steps.keyOfReader}{' '}
          {checked === null && <Code>{known.key}</Code>}
        </p>
      )}
      {known?.checkpoint && (
        <details>
          <summary>{words.kept}</summary>
          <pre tabIndex={0} dir="ltr">
            {known.checkpoint}
          </pre>
        </details>
      )}
      <KeyField onChange={onChange} />
      {known && (
        <p>
          <button
            type="button"
            onClick={() => {
              forgetLog();
              onChange();
            }}
          >
            {words.forget}
          </button>{' '}
          <span className="meta">{words.forgetText}</span>
        </p>
      )}
    </div>
  );
};

const KeyField = ({ onChange }: Pick<TrustedHereProps, 'onChange'>) => {
  const words = sayOfProof().page;
  const [typed, setTyped] = useState('');
  const [isNone, setNone] = useState(false);
  const trust = async (key: string): Promise<void> => {
    try {
      await keyOf(key);
    } catch {
      setNone(true);
      return;
    }
    const known = knownLog();
    // What another key signed is no evidence by this one.
    keepLog({
      key,
      keyFrom: 'reader',
      isHandedOver: false,
      checkpoint: known?.key === key ? known.checkpoint : null,
    });
    setNone(false);
    setTyped('');
    onChange();
  };
  return (
    <form
      className="proof-key"
      onSubmit={(event) => {
        event.preventDefault();
        void trust(typed.trim());
      }}
    >
      <label htmlFor="key">{words.keyField}</label>
      <p id="key-help" className="meta">
        {words.keyHelp}
      </p>
      {isNone && (
        <p id="key-wrong" className="proof-wrong" role="alert">
          {words.keyWrong}
        </p>
      )}
      <input
        id="key"
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        value={typed}
        aria-describedby={isNone ? 'key-help key-wrong' : 'key-help'}
        aria-invalid={isNone}
        onChange={({ target }) => setTyped(target.value)}
      />
      <button type="submit">{words.trust}</button>
    </form>
  );
};
