/** The way to anything by its name: a button in the bar, Ctrl K, and `/` where the page has no search of its own. */
import { lazy, Suspense, useEffect, useState } from 'react';
import { say } from '../words/words.ts';
import { useKeys } from './use-keys.ts';

const Palette = lazy(() => import('./palette.tsx').then(({ Palette }) => ({ default: Palette })));

export const SearchEverywhere = () => {
  const [isOpen, setOpen] = useState(false);
  useKeys({
    '/': () => {
      const there = document.getElementById('search');
      if (there !== null) there.focus();
      else setOpen(true);
    },
  });
  useEffect(() => {
    // With Ctrl it is no single key: who switched those off has this one still.
    const pressed = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
  return (
    <>
      <button type="button" className="quiet-button find-anything" onClick={() => setOpen(true)}>
        {say().palette.open}
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
