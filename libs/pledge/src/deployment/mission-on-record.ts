/**
 * An act that puts a unit or experts into a mission needs one that is open and whose host consents on the day of the act, by the register and not
 * by what the officer says. Accountability page, section 10. Rotation and repatriation are never refused.
 */
import { LIQUIDATION, type DataOf } from '@pledgeline/contracts';
import { conflict, invalid, isBlank } from '../refusal.ts';
import type { RuleSet } from '../rule-set.ts';

interface InMission {
  readonly onRecord: DataOf<'UnitSelected'>['onRecord'];
  readonly exception: DataOf<'UnitDeployed'>['exception'];
  readonly approver: string | null;
}

/** @throws {Rejected} APPROVER_MISSING, MISSION_CLOSED or HOST_CONSENT_MISSING */
export const mustBeOpenMission = (
  { onRecord, exception, approver }: InMission,
  on: string,
  mission: string | null,
  { missionsAreOnRecord }: RuleSet,
): void => {
  if (exception !== null && isBlank(approver)) {
    throw invalid('APPROVER_MISSING', `${exception} needs an approver by name.`, { field: 'approver' });
  }
  if (!missionsAreOnRecord || onRecord === null || exception === LIQUIDATION) return;
  const named = mission ?? 'The mission';
  const { closesOn, hostConsent } = onRecord;
  if (closesOn !== null && closesOn < on) {
    throw conflict(
      'MISSION_CLOSED',
      `${named} closed on ${closesOn}. After that only its liquidation goes on there, with an approver.`,
      { field: 'exception', allowed: [LIQUIDATION], closedOn: closesOn },
    );
  }
  if (hostConsent === 'WITHDRAWN') {
    throw conflict(
      'HOST_CONSENT_MISSING',
      `The host of ${mission ?? 'the mission'} does not consent on ${on}. Only its liquidation goes on there, with an approver.`,
      { field: 'exception', allowed: [LIQUIDATION] },
    );
  }
};
