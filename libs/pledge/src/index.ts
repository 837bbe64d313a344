export { addDays, addMonths, dayOf } from './business-date.ts';
export type { CommandOf, PledgeCommand, PledgeCommandType, PledgeWishes } from './commands.ts';
export { levelStillBacked } from './level-basis.ts';
export { allowedNow, pledge } from './pledge.ts';
export { leftToMatch } from './quantity-offered.ts';
export { pcrs2019 } from './rule-set.ts';
export type { RuleSet } from './rule-set.ts';
export type { Pledge } from './state.ts';
export { transitions } from './transitions.ts';
