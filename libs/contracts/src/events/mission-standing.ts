/** How a mission stands, from what everybody knows of it and from what the desk has entered: accountability page, section 10. */
import { closureOf, mission } from '../reference/mission.ts';
import type { DataOf } from './catalogue.ts';

type Consent = Pick<DataOf<'HostConsentChanged'>, 'consent' | 'changedOn'>;

/**
 * The day of its closure, past or to come; null where none is decided.
 * @param entered as the desk has it, which stands before what everybody knows; null where the desk says nothing.
 */
export const missionClosesOn = (code: string, entered: string | null): string | null => {
  const reference = mission(code);
  return entered ?? (reference === undefined ? null : closureOf(reference));
};

/**
 * The last word of the host by then; undefined while it has said nothing, which is consent.
 * @param said in the order in which it was recorded: of several words for one day the last stands.
 */
export const hostSaidBy = <Said extends Consent>(day: string, said: readonly Said[]): Said | undefined =>
  said
    .filter(({ changedOn }) => changedOn <= day)
    .reduce<Said | undefined>(
      (last, one) => (last === undefined || one.changedOn >= last.changedOn ? one : last),
      undefined,
    );
