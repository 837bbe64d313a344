/** What somebody does in a simulated life: one command to one stream, in a role. */
import type { Role } from '@pledgeline/contracts';
import type { PledgeCommandData, PledgeCommandType } from '@pledgeline/pledge';
import type { GapCommand } from '../gaps/gap.ts';
import type { NeedCommand } from '../needs/need.ts';
import type { VisitCommand } from '../readiness/visit.ts';

type Other = GapCommand | NeedCommand | VisitCommand;

/** The data of each command that a life sends. */
export type DataOfAct = PledgeCommandData & {
  readonly [Type in Other['type']]: Extract<Other, { type: Type }>['data'];
};
export type TypeOfAct = PledgeCommandType | Other['type'];

export interface Act {
  readonly stream: string;
  readonly type: TypeOfAct;
  readonly data: unknown;
  readonly role: Role;
  /** For which state, by its code; null for who speaks for none. */
  readonly state: string | null;
}

/** What happens on one day, so many days after the last. */
export interface Step {
  readonly after: number;
  readonly acts: readonly Act[];
}

/** A life from its announcement on, lazily: most lives are under way at any time, and none is kept as a whole. */
export type Life = Generator<Step, void, string>;

/** The day on which a step was carried out comes back from its `yield`. */
export type Told = Generator<Step, void, string>;

/** A part of a life that says whether it goes on. */
export type GoesOn = Generator<Step, boolean, string>;
