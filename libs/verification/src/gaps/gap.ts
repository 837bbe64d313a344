/**
 * A gap is a need of a mission. It is published, revised and closed, and in between parts of it are reserved for pledges and
 * released. The rest of a gap is decided here and the rest of a pledge there, each exactly; the match saga joins them.
 */
import { capability, impossible, mustBeSentBy, mustHaveRole, unknownCapability } from '@pledgeline/contracts';
import type { DataOf, GapEvent } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { AppendedEvent, Command, Decider } from '@pledgeline/event-sourcing';
import { GAP_OWNERS, mustBeOfDesk, mustBeOpenGap, mustHaveLeft, mustHoldNothing } from '@pledgeline/pledge';

export type PublishGap = Command<'PublishGap', DataOf<'GapPublished'>>;
/** A field that is undefined stays as it is; a null date takes the date away. */
export type ReviseGap = Command<
  'ReviseGap',
  Pick<DataOf<'GapRevised'>, 'gapId' | 'reason'> & {
    readonly number: number | undefined;
    readonly neededBy: string | null | undefined;
    readonly priority: DataOf<'GapRevised'>['priority'] | undefined;
    readonly narrowed: boolean | undefined;
  }
>;
export type CloseGap = Command<'CloseGap', DataOf<'GapClosed'>>;
/** By saga. */
export type ReserveGap = Command<
  'ReserveGap',
  Pick<DataOf<'GapReserved'>, 'gapId' | 'reservationId' | 'pledgeId' | 'quantity' | 'personsPerUnit'>
>;
/** By policy. */
export type ReleaseGap = Command<'ReleaseGap', DataOf<'GapReleased'>>;

export type GapCommand = PublishGap | ReviseGap | CloseGap | ReserveGap | ReleaseGap;

export type Gap =
  | { readonly status: 'NONE' }
  | {
      readonly status: 'OPEN' | 'CLOSED';
      readonly need: DataOf<'GapPublished'>;
      /** Whether the public knows of it; what was published for states is not, until it is revised. */
      readonly isPublic: boolean;
      /** The quantities that are held now, by reservation. */
      readonly held: ReadonlyMap<string, number>;
      /** Every reservation there ever was. */
      readonly known: ReadonlySet<string>;
    };

type Published = Exclude<Gap, { status: 'NONE' }>;

const evolve = (gap: Gap, event: AppendedEvent): Gap => {
  const gapEvent = event as AppendedEvent & GapEvent;
  if (gapEvent.type === 'GapPublished') {
    const isPublic = isForPublic(gapEvent);
    return { status: 'OPEN', need: gapEvent.data, isPublic, held: new Map(), known: new Set() };
  }
  return gap.status === 'NONE' ? gap : changed(gap, gapEvent);
};

const isForPublic = ({ metadata }: AppendedEvent): boolean => metadata.visibility === 'PUBLIC';

const changed = (gap: Published, event: AppendedEvent & GapEvent): Published => {
  const { type, data } = event;
  switch (type) {
    case 'GapRevised': {
      const { number, neededBy, priority, narrowed } = data;
      return {
        ...gap,
        need: { ...gap.need, number, neededBy, priority, narrowed },
        isPublic: gap.isPublic || isForPublic(event),
      };
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

const publish = ({ data, meta }: PublishGap, gap: Gap): readonly GapEvent[] => {
  if (gap.status !== 'NONE')
    throw new Rejected('conflict', 'GAP_EXISTS', `Gap ${data.gapId} is published already.`);
  mustBeKnown('capabilityCode', data.capabilityCode);
  for (const code of data.substitutes) mustBeKnown('substitutes', code);
  mustBeOfDesk(data, meta);
  mustBeAboveZero(data.number);
  return [{ type: 'GapPublished', data, ...forReaders(data.narrowed) }];
};

/** An event is never wider than its gap. */
const forReaders = (narrowed: boolean): Pick<GapEvent, 'visibility'> =>
  narrowed ? { visibility: 'MEMBER_STATES' } : {};

/** Of a gap that was published for states, any revision makes it known to the public, unless it says that it does not. */
const revise = ({ data, meta }: ReviseGap, gap: Gap): readonly GapEvent[] => {
  const { need, ...open } = mustBeOpen(data.gapId, gap);
  mustBeOfDesk(need, meta);
  const { number = need.number, neededBy = need.neededBy, priority = need.priority, gapId, reason } = data;
  const narrowed = data.narrowed ?? need.narrowed;
  const isKnown = open.isPublic !== narrowed;
  if (isKnown && number === need.number && neededBy === need.neededBy && priority === need.priority)
    return [];
  if (narrowed && open.isPublic) {
    throw new Rejected('conflict', 'GAP_IS_PUBLIC', 'What the public has read cannot be kept from it.', {
      field: 'visibility',
      allowed: ['PUBLIC'],
    });
  }
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
  const { mission, capabilityCode, substitutes, unit, requirement } = need;
  const sought = { mission, capabilityCode, substitutes, unit, requirement };
  const revised = { gapId, number, neededBy, priority, sought, narrowed, reason };
  return [{ type: 'GapRevised', data: revised, ...forReaders(narrowed) }];
};

const close = ({ data, meta }: CloseGap, gap: Gap): readonly GapEvent[] => {
  if (gap.status === 'CLOSED') return [];
  const open = mustBeOpen(data.gapId, gap);
  mustBeOfDesk(open.need, meta);
  mustHoldNothing({ reserved: reserved(open), reservations: open.held.size });
  return [{ type: 'GapClosed', data, ...forReaders(!open.isPublic) }];
};

const reserve = ({ data, meta }: ReserveGap, gap: Gap): readonly GapEvent[] => {
  if (gap.status !== 'NONE' && gap.known.has(data.reservationId)) return [];
  const open = mustBeOpen(data.gapId, gap);
  mustBeAboveZero(data.quantity, 'quantity');
  const left = open.need.number - reserved(open);
  mustHaveLeft(left, data.quantity);
  const { mission, unit } = open.need;
  const held = { mission, unit, acceptedCodes: acceptedCodes(open), requestedBy: meta.actor };
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
  mustBeOpenGap({ gapId, isClosed: gap.status === 'CLOSED' });
  return gap;
};

const mustBeKnown = (field: string, code: string): void => {
  if (capability(code) !== undefined) return;
  throw unknownCapability(field, code);
};

const mustBeAboveZero = (number: number, field = 'number'): void => {
  if (Number.isSafeInteger(number) && number > 0) return;
  throw new Rejected('invalid', 'QUANTITY_INVALID', 'The number must be at least 1.', { field });
};

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
