/** Asks once more, with the reference, before something that cannot be taken back. */
import { useEffect, useRef } from 'react';
import { Code } from '../parts/code.tsx';
import { say } from '../words/words.ts';

interface ConfirmProps {
  readonly reference: string;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

export const Confirm = ({ reference, onYes, onNo }: ConfirmProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={onNo} aria-labelledby="confirm-question">
      <p id="confirm-question">
        <Code>{say().form.sure(reference)}</Code>
      </p>
      <p className="sends">
        <button type="button" className="main" onClick={onYes}>
          {say().form.reallySend}
        </button>
        <button type="button" onClick={onNo}>
          {say().form.cancel}
        </button>
      </p>
    </dialog>
  );
};
