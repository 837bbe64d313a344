/**
 * Who can announce: the member states of the United Nations, its observer states, and organisations.
 * Each has one code, whatever its name was when the source was written (Turkey, Türkiye).
 */
import { memberStates as rows } from './member-states.data.ts';

type Row = (typeof rows)[number];

/** ISO 3166 alpha-3; organisations have codes of our own (`X-EU`), which ISO cannot ever issue. */
export type Region = Row['region'];

export type MemberStateCode = Row['code'];

export interface MemberState {
  readonly code: MemberStateCode;
  /** As the United Nations spells it today. */
  readonly name: string;
  readonly kind: Row['kind'];
  /** Regional group of the United Nations; NO_GROUP for observers and organisations. */
  readonly region: Region;
  /** Old and other names. One that two states bear ("Korea") is listed at both, and so resolves to neither. */
  readonly variants: readonly string[];
}

export const memberStates: readonly MemberState[] = rows;

const byCode: ReadonlyMap<string, MemberState> = new Map(memberStates.map((row) => [row.code, row]));

/** Codes are exact here; `resolveMemberState` is for what people write. */
export const memberState = (code: string): MemberState | undefined => byCode.get(code);

/** NO_GROUP also for a code that nobody knows. */
export const regionOf = (code: string): Region => memberState(code)?.region ?? 'NO_GROUP';
