/** The newest checkpoint as the log serves it, byte for byte, and whether it fits. */
import { partsOfNote, timeOf } from '@pledgeline/transparency/checks';
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
  readonly witnesses: readonly WitnessNamed[];
}

export interface WitnessNamed {
  readonly name: string;
  /** By its own clock, RFC 3339; null where it does not say it. */
  readonly signedAt: string | null;
}

const SECOND = 1000;

/** @throws {Refused} where the log does not serve it. */
export const lookAtHead = async (): Promise<HeadLook> => {
  const answer = await fetch('/proof/checkpoint');
  if (!answer.ok) throw refusalOf(answer, await answer.json().catch(() => null));
  const note = await answer.text();
  try {
    const checked = await checkHead(note);
    const witnesses = partsOfNote(note)
      .signatures.filter(({ name }) => name !== checked.head.origin)
      .map(({ name, signature }) => ({ name, signedAt: rfc3339(timeOf(signature)) }));
    return { note, checked, misfit: null, witnesses };
  } catch (error) {
    if (error instanceof DoesNotFit) return { note, checked: null, misfit: error.misfit, witnesses: [] };
    throw error;
  }
};

/** @param time in seconds since 1970; what no calendar has is no time. */
const rfc3339 = (time: number | null): string | null => {
  const date = new Date((time ?? Number.NaN) * SECOND);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};
