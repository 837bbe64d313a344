/**
 * What a level rests on, and how long: PCRS page, sections 3 and 4. L2 and L3 rest on the last AAV, the Rapid Deployment
 * Level on the last verification visit; Level 1 rests on documents and does not expire.
 */
import { addMonths, type Level, LEVELS } from '@pledgeline/contracts';
import type { Rejected } from '@pledgeline/event-sourcing';
import { conflict, invalid } from '../refusal.ts';
import type { RuleSet } from '../rule-set.ts';
import type { Pledge, PledgeCommandData } from '../state.ts';
import type { NotedOutcome } from './readiness.state.ts';

export const rank = (level: Level | null): number => (level === null ? -1 : LEVELS.indexOf(level));

export const nextLevel = (level: Level | null): Level | undefined => LEVELS[rank(level) + 1];

/** Until when a visit counts; null for one upon which no level can rest. */
export const visitValidUntil = (
  { purpose, outcome, conductedOn }: PledgeCommandData['NoteVisitOutcome'],
  rules: RuleSet,
): string | null => {
  if (!rules.successfulOutcomes.includes(outcome)) return null;
  return addMonths(conductedOn, purpose === 'AAV' ? rules.aavValidMonths : rules.rdlVerificationValidMonths);
};

/**
 * The level that the last visits still carry on a day, never above the present one. A lost RDL falls to L3 while the AAV
 * counts, anything without a counting AAV to L1. A failed re-visit carries nothing.
 */
export const levelStillBacked = (pledge: Pledge, on: string): Level => {
  const { level } = pledge;
  if (level === null || level === 'L1') return 'L1';
  if (level === 'RDL' && verificationLacking(pledge, on) === undefined) return 'RDL';
  if (aavLacking(pledge, on) !== undefined) return 'L1';
  return level === 'RDL' ? 'L3' : level;
};

/** Why no level can rest on the last AAV; undefined when one can. */
export const aavLacking = ({ lastAav }: Pledge, on: string): Rejected | undefined => {
  if (lastAav === null) return conflict('AAV_MISSING', 'No assessment and advisory visit has been noted.');
  const { validUntil } = lastAav;
  if (validUntil === null) {
    return conflict('AAV_NOT_SUCCESSFUL', 'The last assessment and advisory visit was not successful.');
  }
  return on > validUntil
    ? conflict('AAV_EXPIRED', `The last successful visit counted until ${validUntil}.`, { validUntil })
    : heldLater(lastAav, on);
};

/** The same for the verification visit of the Rapid Deployment Level. */
export const verificationLacking = (
  { lastRdlVerification: visit }: Pledge,
  on: string,
): Rejected | undefined => {
  if (visit === null) return conflict('RDL_VERIFICATION_MISSING', 'No verification visit has been noted.');
  const { validUntil } = visit;
  if (validUntil === null) {
    return conflict('RDL_VERIFICATION_NOT_SUCCESSFUL', 'The last verification visit was not successful.');
  }
  return on > validUntil
    ? conflict('RDL_VERIFICATION_EXPIRED', `The last verification counted until ${validUntil}.`, {
        validUntil,
      })
    : heldLater(visit, on);
};

const heldLater = ({ conductedOn }: NotedOutcome, on: string): Rejected | undefined =>
  on < conductedOn
    ? invalid('BEFORE_VISIT', `The visit behind the level was held on ${conductedOn}.`, {
        field: 'occurredOn',
        conductedOn,
      })
    : undefined;
