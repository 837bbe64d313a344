/** The missions about which something is to be done: they close, or their host does not consent. Accountability page, section 10. */
import type { MissionsKnown, MissionStanding } from '../missions-known.ts';
import { begins, type Turn } from './turning-days.ts';

export interface MissionsInDoubt {
  /** The mission that a name means, where it is in doubt on that day. */
  get(written: string, day: string): MissionStanding | undefined;
  /** When its standing changes by itself. */
  turnsOf(written: string): readonly Turn[];
}

export const NO_MISSION_IN_DOUBT: MissionsInDoubt = { get: () => undefined, turnsOf: () => [] };

export const missionsInDoubt = (known: MissionsKnown): MissionsInDoubt => ({
  get: (written, day) => {
    const code = known.codeOf(written);
    const standing = code === undefined ? undefined : known.standingOf(code, day);
    const isInDoubt = standing && (standing.closesOn !== null || standing.hostConsent === 'WITHDRAWN');
    return isInDoubt === true ? standing : undefined;
  },
  turnsOf: (written) => {
    const code = known.codeOf(written);
    if (code === undefined) return [];
    const { closesOn } = known.standingOf(code, '');
    const consents = known.rowOf(code)?.consents ?? [];
    return [
      ...(closesOn === null ? [] : [begins(closesOn, 1)]),
      ...consents.map(({ changedOn }) => begins(changedOn)),
    ];
  },
});
