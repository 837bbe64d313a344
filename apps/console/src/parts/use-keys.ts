/** Single keys, and two after each other (`g q`). Never while somebody types, nor with Ctrl, Alt or the system's key. */
import { useEffect, useRef } from 'react';
import { keysAreOn } from './key-switch.ts';

/** What each does, by the key or by both with a blank between. Those who do nothing are passed on to the browser. */
export type Keys = Readonly<Record<string, () => void>>;

const SECOND_WITHIN_MS = 1500;

export const useKeys = (keys: Keys): void => {
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    let first: { readonly key: string; readonly at: number } | null = null;
    const pressed = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isTyped(event) || !keysAreOn()) return;
      const both =
        first !== null && event.timeStamp - first.at < SECOND_WITHIN_MS
          ? `${first.key} ${event.key}`
          : event.key;
      const act = current.current[both] ?? current.current[event.key];
      first = { key: event.key, at: event.timeStamp };
      if (act === undefined) return;
      first = null;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
};

const isTyped = ({ target, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  ctrlKey ||
  altKey ||
  metaKey ||
  (target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('input:not([type=checkbox]), select, textarea, [role=combobox]') ||
      target.closest('dialog') !== null));
