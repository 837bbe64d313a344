/** The terms of a promise, as they hold now. */
import type { DataOf, TermName, Terms } from '@pledgeline/contracts';
import type { AnnouncementState } from '../announcement/announcement.state.ts';
import { statePart } from '../state-part.ts';
import type { ShareAimedAt } from '../targets/targets.state.ts';

export interface TermsState {
  /** As they were stated or amended since; null while those of the announcement hold. */
  readonly terms: Terms | null;
  /** The day on which a term was stated after the announcement. */
  readonly termsStatedOn: Readonly<Partial<Record<TermName, string | null>>>;
}

export interface TermsCommands {
  /** Those that are not stated are null, or an empty list. */
  StateTerms: Omit<DataOf<'TermsStated'>, 'terms'> & {
    readonly terms: Terms | null;
    /** A share of women as a multiple or by a year: it becomes a target. */
    readonly shareAimedAt: ShareAimedAt | null;
  };
}

export const termsState = statePart<TermsState, TermsCommands>({ terms: null, termsStatedOn: {} });

/** Null where none was ever said. */
export const termsPromised = ({
  terms,
  announcement,
}: TermsState & Pick<AnnouncementState, 'announcement'>): Terms | null =>
  terms ?? announcement?.terms ?? null;
