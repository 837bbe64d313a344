/** What a pledge waits for because of what the field found. */
import { openCaveats } from '@pledgeline/pledge';
import { caveatLink } from './command-links.ts';
import type { RegisterRow } from './pledge-register.projection.ts';
import { rolesFor, task } from './task.ts';
import type { Task } from './task.ts';

export const tasksOfTheField = (row: RegisterRow): readonly Task[] => discoveredCaveats(row);

/** For the state, and for those who choose units of this kind: they settle it, or judge what it means for the requirements. */
const discoveredCaveats = (row: RegisterRow): Task[] => {
  const { pledge, statusSince } = row;
  return openCaveats(pledge)
    .filter(({ undeclared }) => undeclared)
    .map((caveat) =>
      task(
        row,
        'CAVEAT_DISCOVERED',
        'LiftCaveat',
        'Settle a caveat that was not declared: lift it, or talk.',
        {
          waitsFor: ['MS', ...rolesFor('SelectUnit', pledge)],
          since: caveat.since ?? statusSince,
          about: caveat.caveatId,
          next: [caveatLink('LiftCaveat', pledge, caveat), caveatLink('NoteCaveatTalk', pledge, caveat)],
        },
      ),
    );
};
