/**
 * A gap is a need of a mission. It is published, revised and closed, and in between parts of it are reserved for pledges and
 * released. The rest of a gap is decided here and the rest of a pledge there, each exactly; the match saga joins them.
 */
import { capability, impossible, mustBeSentBy, mustHaveRole } from '@pledgeline/contracts';
import type { DataOf, GapEvent, Role } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { Command, Decider, RecordedEvent } from '@pledgeline/event-sourcing';

export type PublishGap = Command<'PublishGap', DataOf<'GapPublished'>>;
/** A field that is undefined stays as it is; a null date takes the date away. */
export type ReviseGap = Command<
  'ReviseGap',
  Pick<DataOf<'GapRevised'>, 'gapId' | 'reason'> & {
    readonly number: number | undefined;
    readonly neededBy: string | null | undefined;
    readonly priority: DataOf<'GapRevised'>['priority'] | undefined;
  }
>;
export type CloseGap = Command<'CloseGap', DataOf<'GapClosed'>>;
/** By saga. */
export type ReserveGap = Command<
  'ReserveGap',
  Pick<DataOf<'GapReserved'>, 'gapId' | 'reservationId' | 'pledgeId' | 'quantity'>
>;
/** By policy. */
export type ReleaseGap = Command<'ReleaseGap', DataOf<'GapReleased'>>;

export type GapCommand = PublishGap | ReviseGap | CloseGap | ReserveGap | ReleaseGap;

export type Gap =
  | { readonly status: 'NONE' }
  | {
      readonly status: 'OPEN' | 'CLOSED';
      readonly need: DataOf<'GapPublished'>;
      /** The quantities that are held now, by reservation. */
      readonly held: ReadonlyMap<string, number>;
      /** Every reservation there ever was. */
      readonly known: ReadonlySet<string>;
    };

type Published = Exclude<Gap, { status: 'NONE' }>;

const evolve = (gap: Gap, event: RecordedEvent): Gap => {
  const gapEvent = event as RecordedEvent & GapEvent;
  if (gapEvent.type === 'GapPublished') {
    return { status: 'OPEN', need: gapEvent.data, held: new Map(), known: new Set() };
  }
  return gap.status === 'NONE' ? gap : changed(gap, gapEvent);
};

const changed = (gap: Published, { type, data }: RecordedEvent & GapEvent): Published => {
  switch (type) {
    case 'GapRevised': {
      const { number, neededBy, priority } = data;
      return { ...gap, need: { ...gap.need, number, neededBy, priority } };
    }
    case 'GapClosed':
      return { ...gap, status: 'CLOSED' };
    case 'GapReserved':
      return {
        ...gap,
        held: new Map([...gap.held, [data.reservationId, data.quantity]]),
        known: new Set([...gap.known, data.reservationId]),
      };
    case 'GapReleased':
      return { ...gap, held: new Map([...gap.held].filter(([id]) => id !== data.reservationId)) };
    default:
      return gap;
  }
};

export const reserved = ({ held }: Published): number =>
  [...held.values()].reduce((sum, quantity) => sum + quantity, 0);

/** Codes that fill the gap, its own first. */
export const acceptedCodes = ({ need }: Published): string[] => [
  ...new Set([need.capabilityCode, ...need.substitutes]),
];

const publish = ({ data }: PublishGap, gap: Gap): readonly GapEvent[] => {
  if (gap.status !== 'NONE')
    throw new Rejected('conflict', 'GAP_EXISTS', `Gap ${data.gapId} is published already.`);
  mustBeKnown('capabilityCode', data.capabilityCode);
  for (const code of data.substitutes) mustBeKnown('substitutes', code);
  mustBeAboveZero(data.number);
  return [{ type: 'GapPublished', data }];
};

const revise = ({ data }: ReviseGap, gap: Gap): readonly GapEvent[] => {
  const { need, ...open } = mustBeOpen(data.gapId, gap);
  const { number = need.number, neededBy = need.neededBy, priority = need.priority, gapId, reason } = data;
  if (number === need.number && neededBy === need.neededBy && priority === need.priority) return [];
  mustBeAboveZero(number);
  const holds = reserved({ need, ...open });
  if (number < holds) {
    throw new Rejected(
      'conflict',
      'BELOW_RESERVED',
      `${holds} of the gap are reserved: ${number} is below.`,
      {
        field: 'number',
        reserved: holds,
      },
    );
  }
  return [{ type: 'GapRevised', data: { gapId, number, neededBy, priority, reason } }];
};

const close = ({ data }: CloseGap, gap: Gap): readonly GapEvent[] => {
  if (gap.status === 'CLOSED') return [];
  const open = mustBeOpen(data.gapId, gap);
  if (open.held.size > 0) {
    throw new Rejected('conflict', 'OPEN_RESERVATIONS', `${reserved(open)} of the gap are reserved.`, {
      reserved: reserved(open),
      reservations: open.held.size,
    });
  }
  return [{ type: 'GapClosed', data }];
};

const reserve = ({ data, meta }: ReserveGap, gap: Gap): readonly GapEvent[] => {
  if (gap.status !== 'NONE' && gap.known.has(data.reservationId)) return [];
  const open = mustBeOpen(data.gapId, gap);
  mustBeAboveZero(data.quantity, 'quantity');
  const left = open.need.number - reserved(open);
  if (data.quantity > left) {
    throw new Rejected('conflict', 'NOT_ENOUGH_LEFT', `${left} of the gap are left to fill.`, {
      field: 'quantity',
      left,
    });
  }
  const held = { mission: open.need.mission, acceptedCodes: acceptedCodes(open), requestedBy: meta.actor };
  return [{ type: 'GapReserved', data: { ...data, ...held } }];
};

/** A reservation that is not held needs no release. No date is checked: a clock that steps back must not keep a part held. */
const release = ({ data }: ReleaseGap, gap: Gap): readonly GapEvent[] =>
  gap.status === 'NONE' || !gap.held.has(data.reservationId) ? [] : [{ type: 'GapReleased', data }];

/** @throws {Rejected} GAP_NOT_FOUND or GAP_CLOSED. */
export const mustBeOpen = (gapId: string, gap: Gap): Published => {
  if (gap.status === 'NONE') {
    throw new Rejected('missing', 'GAP_NOT_FOUND', `There is no gap ${gapId}.`, { field: 'gapId' });
  }
  if (gap.status === 'CLOSED') throw new Rejected('conflict', 'GAP_CLOSED', `Gap ${gapId} is closed.`);
  return gap;
};

const mustBeKnown = (field: string, code: string): void => {
  if (capability(code) !== undefined) return;
  throw new Rejected('invalid', 'UNKNOWN_CAPABILITY', `${code} is no capability code.`, { field });
};

const mustBeAboveZero = (number: number, field = 'number'): void => {
  if (Number.isSafeInteger(number) && number > 0) return;
  throw new Rejected('invalid', 'QUANTITY_INVALID', 'The number must be at least 1.', { field });
};

/** The roles that keep the gaps of missions. */
export const GAP_OWNERS: readonly Role[] = ['FGS', 'PD', 'MISSION'];

export const gap: Decider<Gap, GapCommand, GapEvent> = {
  initialState: () => ({ status: 'NONE' }),
  evolve,
  decide: (command, state) => {
    switch (command.type) {
      case 'PublishGap':
        mustBeSentBy(command, GAP_OWNERS);
        return publish(command, state);
      case 'ReviseGap':
        mustBeSentBy(command, GAP_OWNERS);
        return revise(command, state);
      case 'CloseGap':
        mustBeSentBy(command, GAP_OWNERS);
        return close(command, state);
      case 'ReserveGap':
        mustBeSentBy(command, ['SFGC']);
        return reserve(command, state);
      case 'ReleaseGap':
        mustHaveRole(command.meta.role, command.type, ['SYSTEM']);
        return release(command, state);
      default:
        return impossible(command);
    }
  },
};
