/** For tests of other rooms: lives of a pledge as they come, and an example of each command. */
export { streamOf } from './a-stream.ts';
export { commands } from './commands.ts';
export { historyTo } from './later-life.ts';
export { choices, walk } from './random-walk.ts';
