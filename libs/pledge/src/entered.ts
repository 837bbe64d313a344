/**
 * How much states, partners and implementing bodies have put on one pledge. Every event is read whenever the pledge is read, so
 * their events are bounded: on each track and in each status, by the content of the events and not by the commands that wrote
 * them. The pledge desk is not bounded, and its entries for a state do not count against the state.
 */
import type { PledgeEvent, Role } from '@pledgeline/contracts';
import { conflict } from './refusal.ts';

/** Of one type of event, and of the items of one list in such events. */
export const MOST_OF_A_KIND = 2000;
/** In UTF-8. */
export const MOST_TEXT_BYTES = 2_000_000;
/** So much more for acts that end what stands, so that whoever has used up the rest can still take back what he began. */
export const TEXT_BYTES_FOR_ENDS = 200_000;

const BOUNDED: ReadonlySet<string> = new Set<Role>(['MS', 'PARTNER', 'IMPL']);

/** What is bounded, and which acts on it are not held up because others have used up the bound. */
export interface Bounded {
  /** For a refusal, such as "one pledge". */
  readonly on: string;
  /** Each ends something once. So there are no more of them than acts, bounded like all, that began it. */
  readonly ends: ReadonlySet<string>;
  /** Ends all that can be put on it, and so is always taken. */
  readonly last: string;
}

const A_PLEDGE: Bounded = {
  on: 'one pledge',
  ends: new Set<PledgeEvent['type']>([
    'CaveatGivenUp',
    'CaveatLifted',
    'FindingsConsentWithdrawn',
    'PartnerLeft',
    'PartnerProposalEnded',
    'PledgeResumed',
    'SecondmentEnded',
    'SelectionDeclined',
  ]),
  last: 'PledgeWithdrawn' satisfies PledgeEvent['type'],
};

export interface Entered {
  /** By type of event, and by `Type.field` for the items of a list. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Of all their texts together. */
  readonly textBytes: number;
}

export const NOTHING_ENTERED: Entered = { kinds: {}, textBytes: 0 };

interface Entry {
  readonly type: string;
  readonly data: unknown;
}

/** With one event more; the same object where its sender is not bounded. */
export const withEntry = (entered: Entered, { type, data }: Entry, role: string): Entered => {
  if (!BOUNDED.has(role)) return entered;
  const kinds = { ...entered.kinds };
  const count = (kind: string, more: number): void => {
    kinds[kind] = (kinds[kind] ?? 0) + more;
  };
  count(type, 1);
  return { kinds, textBytes: entered.textBytes + textBytesIn(data, type, count) };
};

/** @throws {Rejected} TOO_MUCH, naming what there is too much of. */
export const mustNotBeTooMuch = (
  events: readonly Entry[],
  entered: Entered,
  role: string,
  { on, ends, last }: Bounded = A_PLEDGE,
): void => {
  if (!BOUNDED.has(role) || events.length === 0 || events.some(({ type }) => type === last)) return;
  const { kinds, textBytes } = events.reduce((sum, event) => withEntry(sum, event, role), entered);
  for (const { type } of events) {
    const over = Object.keys(kinds).find((kind) => isOf(type, kind) && (kinds[kind] ?? 0) > MOST_OF_A_KIND);
    if (over === undefined) continue;
    throw tooMuch(`${MOST_OF_A_KIND} of ${over}`, on, { kind: over, most: MOST_OF_A_KIND });
  }
  const reserve = events.every(({ type }) => ends.has(type)) ? TEXT_BYTES_FOR_ENDS : 0;
  if (textBytes > MOST_TEXT_BYTES + reserve) {
    throw tooMuch('2 MB of text', on, { kind: 'text', most: MOST_TEXT_BYTES });
  }
};

const isOf = (type: string, kind: string): boolean => kind === type || kind.startsWith(`${type}.`);

const tooMuch = (most: string, on: string, details: object) =>
  conflict(
    'TOO_MUCH',
    `States, partners and implementing bodies may put at most ${most} on ${on}: ask the pledge desk.`,
    { ...details },
  );

const textBytesIn = (value: unknown, path: string, count: (kind: string, more: number) => void): number => {
  if (typeof value === 'string') return utf8Length(value);
  if (typeof value !== 'object' || value === null) return 0;
  if (Array.isArray(value)) {
    count(path, value.length);
    return value.reduce<number>((sum, item) => sum + textBytesIn(item, path, count), 0);
  }
  return Object.entries(value).reduce(
    (sum, [field, inner]) => sum + textBytesIn(inner, `${path}.${field}`, count),
    0,
  );
};

const utf8Length = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Half of a pair counts two, so that the pair is four.
    if (code > 0x7f) bytes += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return bytes;
};
