/** A new type of event, command or task is called something before it is shown to anybody. */
import { eventContracts, TASK_KINDS } from '@pledgeline/contracts';
import { closedLists } from '@pledgeline/contracts';
import { commandFiles } from '../generated/commands.ts';
import { CATEGORY_NAMES, LEVEL_NAMES, ROLE_NAMES, STATUS_NAMES } from './codes.data.ts';
import { conferenceName, writtenOut } from './codes.ts';
import { COMMAND_NAMES } from './command-names.data.ts';
import { EVENT_NAMES } from './event-names.data.ts';
import { TASK_NAMES } from './task-names.data.ts';

it.each([
  ['event', EVENT_NAMES, eventContracts.map(({ type }) => type)],
  ['command', COMMAND_NAMES, Object.keys(commandFiles)],
  ['task', TASK_NAMES, TASK_KINDS],
  ['status', STATUS_NAMES, closedLists.PledgeStatus],
  ['category', CATEGORY_NAMES, closedLists.Category],
  ['role', ROLE_NAMES, closedLists.Role],
  ['level', LEVEL_NAMES, closedLists.ReadinessLevel],
] as const)('every %s has a name, and no name is of another', (_, names, codes) => {
  expect(Object.keys(names).sort()).toEqual([...new Set<string>(codes)].sort());
});

it('names of one kind differ: a button or a filter means one thing', () => {
  for (const names of [COMMAND_NAMES, EVENT_NAMES, TASK_NAMES, STATUS_NAMES])
    expect(new Set(Object.values(names)).size).toBe(Object.values(names).length);
});

it.each([
  ['END_OF_TOUR', 'End of tour'],
  ['rapid-deployment', 'Rapid deployment'],
  ['memberState', 'Member state'],
  ['accountability.pledgeClass', 'Accountability: pledge class'],
])('%s is written out: %s', (code, words) => expect(writtenOut(code)).toBe(words));

it.each([
  ['2014-new-york', 'New York 2014'],
  ['2025-berlin', 'Berlin 2025'],
  ['2020-11-preparatory', '2020-11-preparatory'],
])('the conference %s is called %s', (code, name) => expect(conferenceName(code)).toBe(name));
