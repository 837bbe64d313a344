/** For tests of other rooms: lives of a pledge as they come, and an example of each command. */
export { commands } from './commands.ts';
export { choices, walk } from './random-walk.ts';
