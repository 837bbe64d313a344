/** What became of the promise as it was first made. */
import type { DataOf, Money } from '@pledgeline/contracts';
import type { Pledge } from '../state.ts';

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

/** What is promised, in the words that hold now: as last amended, otherwise as announced. */
export const promisedIn = ({ amendment, announcement }: Pick<Pledge, 'amendment' | 'announcement'>): string =>
  amendment?.description ?? announcement?.description ?? '';

/** The money that is promised: as last amended, otherwise as announced. */
export const moneyPromised = ({
  amendment,
  announcement,
}: Pick<Pledge, 'amendment' | 'announcement'>): Money | null =>
  amendment === null ? (announcement?.money ?? null) : amendment.money;
