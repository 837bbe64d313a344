/** What a pledge waits for because several carry it. */
import { pledgeCommandLinks } from '../pledge/command-links.ts';
import type { RegisterRow } from '../../views/register/register-row.ts';
import { openHoles } from '../rotations/rotations.ts';
import { leadOf, missingParts } from '@pledgeline/pledge';
import { rolesFor, task, type Days, type Task } from './task.ts';

export const tasksOfPartners = (row: RegisterRow, days: Days): readonly Task[] => [
  ...missingPartners(row),
  ...partsToTake(row),
  ...missingTurns(row, days),
];

/** The lead says how the pledge goes on; its status stays (lifecycle page, section 9). */
const missingPartners = (row: RegisterRow): Task[] => {
  const { partnership } = row.pledge;
  const left = partnership?.former.at(-1);
  if (left === undefined || partnership?.partnerMissing !== true) return [];
  const open = left.share === null ? '' : `, ${left.share} per cent are open`;
  const todo = `${left.state ?? left.body} left${open}: find a partner, or declare how the others go on.`;
  return [task(row, 'PARTNER_MISSING', 'DeclarePartnership', todo, { since: left.leftOn })];
};

/** The lead finds who takes on what is left of a triangular partnership, or takes it on itself. */
const partsToTake = (row: RegisterRow): Task[] => {
  const open = missingParts(row.pledge);
  if (open.length === 0 || row.pledge.partnership?.partnerMissing === true) return [];
  const todo = `The triangular partnership is incomplete: find a ${open.join(' and a ').toLowerCase()}, or join as one.`;
  return [
    task(row, 'PART_MISSING', ['JoinPartnership', 'DeclarePartnership'], todo, {
      waitsFor: rolesFor('DeclarePartnership', row.pledge),
      states: [leadOf(row.pledge)],
    }),
  ];
};

/** The task stands from the day of the warning to the end of the hole. */
const missingTurns = (row: RegisterRow, { today, earliest }: Days): Task[] =>
  openHoles(row.pledge, today)
    .filter(({ warnFrom, to }) => warnFrom <= today && (to === null || earliest <= to))
    .map(({ from, to, warnFrom }) => {
      const until = to === null ? 'on' : `to ${to}`;
      return task(
        row,
        'TURN_MISSING',
        'AgreeTurns',
        `No state has the turn from ${from} ${until}: agree one.`,
        {
          since: warnFrom,
          due: from,
          about: from,
          next: pledgeCommandLinks('AgreeTurns', row.pledge),
        },
      );
    });
