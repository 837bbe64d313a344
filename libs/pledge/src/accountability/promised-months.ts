/** The months of a tour by which a delivery is measured: as first stated, or raised since. Accountability page, section 1. */
import type { Pledge } from '../state.ts';
import { termsPromised } from '../terms/terms.state.ts';

interface PromisedMonths {
  readonly first: number;
  /** A shorter tour moves it only with a reference of FGS, PD, DOS or the desk. */
  readonly base: number;
}

/** Null where no number was stated. */
export const promisedMonths = (pledge: Pledge): PromisedMonths | null => {
  const now = termsPromised(pledge)?.tourMonths ?? null;
  let [first, base]: (number | null)[] = [null, null];
  for (const { changes, consentReference } of pledge.amendment?.history ?? []) {
    for (const change of changes) {
      if (change.field !== 'terms.tourMonths') continue;
      first ??= change.old ?? change.new;
      base ??= change.old;
      const isKept: boolean = base !== null && (change.new ?? 0) < base && consentReference === null;
      base = isKept ? base : change.new;
    }
  }
  first ??= now;
  base ??= now;
  return first === null || base === null ? null : { first, base };
};
