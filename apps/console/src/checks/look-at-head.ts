/** The newest checkpoint as the log serves it, byte for byte, and whether it fits. */
import { partsOfNote } from '@pledgeline/transparency/checks';
import { refusalOf } from '../server/problem.ts';
import { checkHead } from './check-head.ts';
import type { HeadChecked } from './check-head.ts';
import { DoesNotFit } from './misfit.ts';
import type { Misfit } from './misfit.ts';

export interface HeadLook {
  /** As it is served. */
  readonly note: string;
  /** Null where it does not fit. */
  readonly checked: HeadChecked | null;
  readonly misfit: Misfit | null;
  /** Whose names stand below it besides that of the log. Their signatures are not looked at here. */
  readonly witnesses: readonly string[];
}

/** @throws {Refused} where the log does not serve it. */
export const lookAtHead = async (): Promise<HeadLook> => {
  const answer = await fetch('/proof/checkpoint');
  if (!answer.ok) throw refusalOf(answer, await answer.json().catch(() => null));
  const note = await answer.text();
  try {
    const checked = await checkHead(note);
    const names = partsOfNote(note).signatures.map(({ name }) => name);
    return { note, checked, misfit: null, witnesses: names.filter((name) => name !== checked.head.origin) };
  } catch (error) {
    if (error instanceof DoesNotFit) return { note, checked: null, misfit: error.misfit, witnesses: [] };
    throw error;
  }
};
