/** How the examples are made: fixed ids, fixed days, and events that a test changes only in what it is about. */
import type { PledgeEvent } from '@pledgeline/contracts';

export const idOf = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const PLEDGE = idOf(1);
export const GAP = idOf(20);
export const NEWER = idOf(5);
export const OTHER_GAP = idOf(21);
export const RESERVATION = idOf(30);
export const OTHER_RESERVATION = idOf(31);
export const QUESTION = idOf(40);
export const AAV = idOf(50);
export const CAVEAT = idOf(60);
export const CORRECTION = idOf(63);
export const ANNULMENT = idOf(68);
export const ASSESSMENT = idOf(65);
export const FINDING = idOf(66);
export const VERIFICATION = idOf(51);
export const FIRST = idOf(60);
export const SECOND = idOf(61);
export const EVIDENCE = idOf(70);
export const OTHER_EVIDENCE = idOf(71);
export const COURSE = idOf(80);
export const SECONDMENT = idOf(81);
export const CONDITION = idOf(90);
export const PROPOSAL = idOf(92);
export const SUPPORT = idOf(91);
export const TODAY = '2026-01-15';

type Data<Type extends PledgeEvent['type']> = Extract<PledgeEvent, { type: Type }>['data'];

/** An event with the example's data, but for what the test is about. */
export const exampleEvent =
  <Type extends PledgeEvent['type']>(type: Type, occurredOn: string, data: Data<Type>) =>
  (changes: Partial<Data<Type>> = {}): PledgeEvent =>
    ({ type, data: { ...data, ...changes }, occurredOn }) as unknown as PledgeEvent;

export const sha256 = (digit: string): string => digit.repeat(64);
