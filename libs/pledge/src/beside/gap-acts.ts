/** What its owners may do about a gap, and what stands in their way. */
import type { DataOf, Role } from '@pledgeline/contracts';
import { conflict } from '../refusal.ts';
import type { Acts, Sender } from './act.ts';
import { mustBeInField } from './field-of-asks.ts';

/** The roles that keep the gaps of missions. */
export const GAP_OWNERS: readonly Role[] = ['FGS', 'PD', 'MISSION'];

export interface GapNow extends Pick<DataOf<'GapPublished'>, 'gapId' | 'capabilityCode' | 'substitutes'> {
  readonly isClosed: boolean;
  /** In the unit of the gap. */
  readonly reserved: number;
  /** How many reservations hold that. */
  readonly reservations: number;
}

/** Of units, each by whom they are chosen. A gap that takes codes of both is kept by the mission. @throws {Rejected} NOT_IN_FIELD */
export const mustBeOfDesk = (
  { capabilityCode, substitutes }: Pick<GapNow, 'capabilityCode' | 'substitutes'>,
  sender: Sender,
): void => {
  mustBeInField(sender, 'capabilityCode', capabilityCode);
  for (const code of substitutes) mustBeInField(sender, 'substitutes', code);
};

/** @throws {Rejected} GAP_CLOSED */
export const mustBeOpenGap = ({ gapId, isClosed }: Pick<GapNow, 'gapId' | 'isClosed'>): void => {
  if (isClosed) throw conflict('GAP_CLOSED', `Gap ${gapId} is closed.`);
};

/** @throws {Rejected} OPEN_RESERVATIONS */
export const mustHoldNothing = ({
  reserved,
  reservations,
}: Pick<GapNow, 'reserved' | 'reservations'>): void => {
  if (reservations === 0) return;
  throw conflict('OPEN_RESERVATIONS', `${reserved} of the gap are reserved.`, { reserved, reservations });
};

/** @param left in the unit of the gap. @throws {Rejected} NOT_ENOUGH_LEFT */
export const mustHaveLeft = (left: number, quantity: number): void => {
  if (quantity <= left) return;
  throw conflict('NOT_ENOUGH_LEFT', `${left} of the gap are left to fill.`, { field: 'quantity', left });
};

export const gapActs: Acts<GapNow> = {
  ReviseGap: { roles: GAP_OWNERS, mustBeTheirs: mustBeOfDesk, mustStand: mustBeOpenGap },
  CloseGap: {
    roles: GAP_OWNERS,
    mustBeTheirs: mustBeOfDesk,
    isNoop: ({ isClosed }) => isClosed,
    mustStand: mustHoldNothing,
  },
};
