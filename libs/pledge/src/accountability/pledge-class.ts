/** What became of a promise, in six classes that add up: accountability page, section 1. */
import type { Status } from '@pledgeline/contracts';
import type { Pledge } from '../state.ts';
import { hasDelivered } from './has-delivered.ts';

export const PLEDGE_CLASSES = [
  'KEPT',
  'KEPT_IN_PART',
  'TAKEN_BACK',
  'UNDER_WAY',
  'REGISTERED',
  'ANNOUNCED_ONLY',
] as const;
export type PledgeClass = (typeof PLEDGE_CLASSES)[number];

/** Null for what is not counted: what was split, merged or superseded lives on in others, and what is void never was. */
const CLASSES: Readonly<Record<Status, PledgeClass | null>> = {
  ANNOUNCED: 'ANNOUNCED_ONLY',
  ACKNOWLEDGED: 'ANNOUNCED_ONLY',
  REGISTERED: 'REGISTERED',
  MATCHED: 'UNDER_WAY',
  SELECTED: 'UNDER_WAY',
  MOU_SIGNED: 'UNDER_WAY',
  READY: 'UNDER_WAY',
  DEPLOYED: 'UNDER_WAY',
  REPATRIATED: 'UNDER_WAY',
  PLANNED: 'UNDER_WAY',
  IN_PROGRESS: 'UNDER_WAY',
  FULFILLED: 'KEPT',
  PARTIALLY_FULFILLED: 'KEPT_IN_PART',
  WITHDRAWN: 'TAKEN_BACK',
  DECLINED: 'TAKEN_BACK',
  LAPSED: 'TAKEN_BACK',
  SPLIT: null,
  MERGED: null,
  SUPERSEDED: null,
  VOID: null,
};

/** What was withdrawn or lapsed after anything was delivered, or after a closing in part, is kept in part. */
export const classOf = (pledge: Pledge): PledgeClass | null => {
  const { status } = pledge;
  if (status === null) return null;
  const endedEarly = status === 'WITHDRAWN' || status === 'LAPSED';
  const isKeptInPart = endedEarly && ('PARTIALLY_FULFILLED' in pledge.reachedOn || hasDelivered(pledge));
  return isKeptInPart ? 'KEPT_IN_PART' : CLASSES[status];
};
