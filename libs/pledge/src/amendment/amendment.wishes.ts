/** What can be wished of a pledge: that its state changes what it promised. */
import type { DataOf } from '@pledgeline/contracts';

export type AmendedField = DataOf<'PledgeAmended'>['changes'][number];

export interface AmendmentWishes {
  /** The fields as they were written: which they are, and whether they may change, is decided. */
  AmendPledge: Omit<DataOf<'PledgeAmended'>, 'changes'> & { readonly changes: readonly WishedChange[] };
}

export interface WishedChange {
  readonly field: string;
  /** What the caller believes to hold now. */
  readonly old: unknown;
  readonly new: unknown;
}
