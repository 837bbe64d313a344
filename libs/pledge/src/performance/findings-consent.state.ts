/** Whose trainers may read what was found about the unit, as long as its state lets them. */
import { isTrainer, type DataOf } from '@pledgeline/contracts';
import { statePart } from '../state-part.ts';

export interface FindingsConsentState {
  readonly findingsSharedWith: Trainers;
}

/** ISO 3166 alpha-3 codes of states, and the names of bodies that are none. */
export type Trainers = Omit<DataOf<'FindingsShared'>, 'pledgeId'>;

export interface FindingsConsentCommands {
  ShareFindings: DataOf<'FindingsShared'>;
  /** Nobody is named: the consent ends for all. */
  WithdrawFindingsConsent: DataOf<'FindingsConsentWithdrawn'>;
}

export const findingsConsentState = statePart<FindingsConsentState, FindingsConsentCommands>({
  findingsSharedWith: { states: [], bodies: [] },
});

/** Whether the caller is one of the trainers that the state lets read (accountability page, section 7). */
export const sharesFindingsWith = (
  { findingsSharedWith }: FindingsConsentState,
  caller: Parameters<typeof isTrainer>[0],
): boolean => isTrainer(caller, findingsSharedWith);
