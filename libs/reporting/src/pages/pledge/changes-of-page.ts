/**
 * Which fields of the page of a pledge an event changed: before and after, each as the reader may see it. A part with members of its own
 * is compared by these; of a list stand the items alone that are no longer, or not yet, as on the other side.
 */
import { isDeepStrictEqual } from 'node:util';
import type { FieldChanged } from './pledge-history.schema.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What moves with every event, or is said of the answer and not of the pledge. */
const NOT_COMPARED: ReadonlySet<string> = new Set(['revision']);

/** Fields that are compared by their members. All others are one value, such as a quantity with its unit. */
const IN_PARTS: ReadonlySet<string> = new Set([
  'accountability',
  'announcement',
  'delivered',
  'implementation',
  'internal',
  'partnership',
  'reachedOn',
  'terms',
]);

/** @param before null where the pledge was not there. */
export const changesOfPage = (before: object | null, after: object): readonly FieldChanged[] => {
  const [old, now] = [(before ?? {}) as Fields, after as Fields];
  return Object.keys(now)
    .filter((name) => !NOT_COMPARED.has(name) && old[name] !== now[name])
    .flatMap((name) =>
      IN_PARTS.has(name) ? changesOfPart(name, old[name], now[name]) : changeOf(name, old[name], now[name]),
    );
};

const changesOfPart = (part: string, before: unknown, after: unknown): readonly FieldChanged[] => {
  if (!isPart(before) && !isPart(after)) return changeOf(part, before, after);
  const [old, now] = [isPart(before) ? before : {}, isPart(after) ? after : {}];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) =>
    changeOf(`${part}.${name}`, old[name], now[name]),
  );
};

const isPart = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const changeOf = (field: string, before: unknown, after: unknown): readonly FieldChanged[] => {
  if (before === after || (saysNothing(before) && saysNothing(after))) return [];
  if (Array.isArray(before) || Array.isArray(after)) return changeOfList(field, before ?? [], after ?? []);
  if (isDeepStrictEqual(before, after)) return [];
  return [{ field, before: before ?? null, after: after ?? null }];
};

const saysNothing = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** Lists grow at their end, or change at one place: what is alike at both ends is left out first. */
const changeOfList = (field: string, before: unknown, after: unknown): readonly FieldChanged[] => {
  const [old, now] = [before, after] as [readonly unknown[], readonly unknown[]];
  const least = Math.min(old.length, now.length);
  let start = 0;
  while (start < least && isSame(old[start], now[start])) start += 1;
  let end = 0;
  while (end < least - start && isSame(old[old.length - 1 - end], now[now.length - 1 - end])) end += 1;
  const gone = old.slice(start, old.length - end);
  const come = now.slice(start, now.length - end);
  const left = gone.filter((one) => !come.some((other) => isSame(one, other)));
  const added = come.filter((one) => !gone.some((other) => isSame(one, other)));
  // The same items in another order.
  if (left.length + added.length === 0)
    return gone.length === 0 ? [] : [{ field, before: gone, after: come }];
  return [{ field, before: left, after: added }];
};

const isSame = (one: unknown, other: unknown): boolean => one === other || isDeepStrictEqual(one, other);
