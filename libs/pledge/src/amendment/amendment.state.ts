/** The promise as it was amended. */
import type { DataOf, Money } from '@pledgeline/contracts';
import type { AnnouncementState } from '../announcement/announcement.state.ts';
import { statePart } from '../state-part.ts';

export interface AmendmentState {
  readonly amendment: Amendment | null;
}

export interface Amendment {
  /** In the words that hold now. */
  readonly description: string;
  /** That holds now; null where none is promised. */
  readonly money: Money | null;
  readonly history: readonly PastAmendment[];
}

export type PastAmendment = Omit<DataOf<'PledgeAmended'>, 'pledgeId'> & {
  readonly amendedOn: string | null;
};

export type AmendedField = DataOf<'PledgeAmended'>['changes'][number];

export interface AmendmentCommands {
  /** The fields as they were written: which they are, and whether they may change, is decided. */
  AmendPledge: Omit<DataOf<'PledgeAmended'>, 'changes'> & { readonly changes: readonly StatedChange[] };
}

export interface StatedChange {
  readonly field: string;
  /** The value that the caller believes to hold now. */
  readonly old: unknown;
  readonly new: unknown;
}

export const amendmentState = statePart<AmendmentState, AmendmentCommands>({ amendment: null });

type Promised = AmendmentState & Pick<AnnouncementState, 'announcement'>;

/** The description that holds now: as last amended, otherwise as announced. */
export const promisedIn = ({ amendment, announcement }: Promised): string =>
  amendment?.description ?? announcement?.description ?? '';

/** The money that is promised: as last amended, otherwise as announced. */
export const moneyPromised = ({ amendment, announcement }: Promised): Money | null =>
  amendment === null ? (announcement?.money ?? null) : amendment.money;
