export type { CommandOf, PledgeCommand, PledgeCommandType, PledgeWishes } from './commands.ts';
export { levelStillBacked } from './level-basis.ts';
export { allowedUnder } from './order.ts';
export type { PledgeCaller } from './order.ts';
export { allowedNow, pledge, pledgeUnder } from './pledge.ts';
export { leftToMatch, offered } from './quantity-offered.ts';
export { pcrs2019 } from './rule-set.ts';
export type { RuleSet } from './rule-set.ts';
export type {
  Clarification,
  Deployment,
  HeldDocument,
  Match,
  Mou,
  NotedOutcome,
  Pledge,
  Selection,
} from './state.ts';
export { transitions } from './transitions.ts';
export type { Transition } from './transitions.ts';
