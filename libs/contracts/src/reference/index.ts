export { capabilities, capability } from './capability.ts';
export { conference, conferences } from './conference.ts';
export { currencies } from './currency.ts';
export { memberState, memberStates } from './member-state.ts';
export { mission, missions } from './mission.ts';
