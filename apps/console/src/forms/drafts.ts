/**
 * What was typed and not sent. It is kept while the tab is open, by person and form, and nowhere else: a browser that others
 * use too tells nobody. Who leaves the console altogether is asked first.
 */
import { useState } from 'react';
import { useSession } from '../server/session.ts';
import type { Typed } from './body.ts';

const drafts = new Map<string, Typed>();

/** @param form its address. @param subject of the session. */
const keyOf = (subject: string | undefined, form: string): string => `${subject ?? ''} ${form}`;

const keep = (key: string, typed: Typed): void => {
  if (Object.keys(typed).length === 0) drafts.delete(key);
  else drafts.set(key, typed);
  if (drafts.size === 0) removeEventListener('beforeunload', asksFirst);
  else addEventListener('beforeunload', asksFirst);
};

const asksFirst = (event: BeforeUnloadEvent): void => event.preventDefault();

export interface Draft {
  readonly typed: Typed;
  readonly setTyped: (typed: Typed) => void;
  readonly forget: () => void;
}

/** @param begins what stands there before anybody has typed. */
export const useDraft = (form: string, begins: Typed = {}): Draft => {
  const key = keyOf(useSession()?.session?.caller.subject, form);
  const [shown, setShown] = useState(() => ({ key, typed: drafts.get(key) ?? begins }));
  // The session may become known after the form: what was typed before is nobody's yet, and stays.
  const typed = shown.key === key ? shown.typed : { ...drafts.get(key), ...shown.typed };
  const setTyped = (next: Typed): void => {
    keep(key, next);
    setShown({ key, typed: next });
  };
  return { typed, setTyped, forget: () => setTyped({}) };
};

/** Begins another form with what was typed in this one. */
export const useHandOver = (): ((form: string, typed: Typed) => void) => {
  const subject = useSession()?.session?.caller.subject;
  return (form, typed) => keep(keyOf(subject, form), typed);
};
