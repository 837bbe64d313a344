export { capabilities } from './capability.ts';
export { conferences } from './conference.ts';
export { currencies } from './currency.ts';
export { memberStates } from './member-state.ts';
export { missions } from './mission.ts';
export { tags } from './tag.ts';
