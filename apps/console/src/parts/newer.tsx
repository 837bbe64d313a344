/** That something newer is there: said aloud once, at the lower edge, so that nothing moves under who reads; shown when he wants it. */
import { say } from '../words/words.ts';

interface NewerProps {
  /** Blank for nothing. */
  readonly text: string;
  readonly onShow: () => void;
}

export const Newer = ({ text, onShow }: NewerProps) => (
  <div className={text === '' ? 'unseen' : 'newer no-print'}>
    <span role="status" className="newer-text">
      {text}
    </span>{' '}
    {text !== '' && (
      <button
        type="button"
        onClick={() => {
          // The button goes; whoever works by keys goes on from the top of what he wanted to see.
          document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
          onShow();
        }}
      >
        {say().newer.show}
      </button>
    )}
  </div>
);
