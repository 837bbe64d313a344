/** What a pledge waits for because several carry it. */
import { commandLink, pledgeCommandLinks } from './command-links.ts';
import type { RegisterRow } from '../register/register-row.ts';
import { openHoles } from './open-holes.ts';
import { addDays } from '@pledgeline/contracts';
import { holesIn, leadOf, missingParts, nextAfter, rules, statesOf, unconfirmedIn } from '@pledgeline/pledge';
import { say } from './sentence.ts';
import { rolesFor, task, type Task } from './task.ts';
import type { TaskRules } from './task-rules.ts';
import { begins, isOver, underEachRuleSet, type Days } from './turning-days.ts';

const tasksOfPartners = (row: RegisterRow, days: Days): readonly Task[] => [
  ...openProposals(row),
  ...unconfirmed(row),
  ...missingPartners(row),
  ...partsToTake(row),
  ...missingTurns(row, days),
  ...handovers(row, days),
];

export const rulesOfPartners: TaskRules = {
  tasks: tasksOfPartners,
  turns: ({ pledge }) => {
    const { partnership } = pledge;
    if (partnership === null) return [];
    const holes = holesIn(pledge);
    const expected = [...holes.map(({ from }) => from), partnership.handoverOn].filter((day) => day !== null);
    return [
      ...holes.flatMap(({ to }) => (to === null ? [] : isOver(to))),
      ...underEachRuleSet(({ turnWarningDays }) => expected.map((day) => begins(day, -turnWarningDays))),
    ];
  },
};

/** The invited answers; of who asked, the lead does. Accountability page, section 6. */
const openProposals = (row: RegisterRow): Task[] =>
  row.pledge.partnerProposals.map(({ proposalId, kind, state, body, role, share, lead, since }) => {
    const { pledgeId } = row.pledge;
    const part = { partner: state ?? body ?? '', role };
    const inviting = { lead: lead ?? leadOf(row.pledge), ...part };
    const more = { about: proposalId, since: since ?? row.statusSince };
    const decline = commandLink('DeclinePartner', { pledgeId, proposalId });
    return kind === 'INVITATION'
      ? task(
          row,
          'INVITATION_TO_ANSWER',
          [],
          share === null
            ? say('ANSWER_INVITATION', inviting)
            : say('ANSWER_INVITATION_TO_SHARE', { ...inviting, share }),
          {
            ...more,
            waitsFor: ['MS', 'PARTNER'],
            states: state === null ? [] : [state],
            next: [commandLink('AcceptInvitation', { pledgeId, proposalId }), decline],
          },
        )
      : task(
          row,
          'PARTNER_TO_CONFIRM',
          [],
          share === null ? say('ANSWER_REQUEST', part) : say('ANSWER_REQUEST_FOR_SHARE', { ...part, share }),
          {
            ...more,
            waitsFor: rolesFor('ConfirmPartner', row.pledge),
            states: [leadOf(row.pledge)],
            next: [
              // Who is named as a partner may ask before there is a partnership.
              ...pledgeCommandLinks(
                row.pledge.partnership === null ? 'DeclarePartnership' : 'ConfirmPartner',
                row.pledge,
              ),
              decline,
            ],
          },
        );
  });

/** Joins of before: the lead confirms or parts. */
const unconfirmed = (row: RegisterRow): Task[] =>
  unconfirmedIn(row.pledge.partnership).map(({ state, body, role, from }) =>
    task(
      row,
      'PARTNER_TO_CONFIRM',
      ['ConfirmPartner', 'PartFromPartner'],
      say('CONFIRM_JOIN', { partner: state ?? body ?? '', role }),
      { about: `${state ?? body} ${role}`, since: from },
    ),
  );

/** The lead says how the pledge goes on; its status stays (lifecycle page, section 9). */
const missingPartners = (row: RegisterRow): Task[] => {
  const { partnership } = row.pledge;
  const left = partnership?.former.at(-1);
  if (left === undefined || partnership?.partnerMissing !== true) return [];
  const { state, body, share } = left;
  const partner = state ?? body ?? '';
  const todo =
    share === null ? say('REPLACE_PARTNER', { partner }) : say('REPLACE_SHARE', { partner, share });
  return [
    task(row, 'PARTNER_MISSING', ['InvitePartner', 'DeclarePartnership'], todo, { since: left.leftOn }),
  ];
};

/** The lead finds who takes on the parts of its kind that are left, or takes it on itself. */
const partsToTake = (row: RegisterRow): Task[] => {
  const open = missingParts(row.pledge);
  if (open.length === 0 || row.pledge.partnership?.partnerMissing === true) return [];
  const todo = say('COMPLETE_PARTNERSHIP', { parts: open });
  return [
    task(row, 'PART_MISSING', ['InvitePartner', 'JoinPartnership', 'DeclarePartnership'], todo, {
      waitsFor: rolesFor('DeclarePartnership', row.pledge),
      states: [leadOf(row.pledge)],
    }),
  ];
};

/**
 * The task stands from the day of the warning to the end of the hole. Besides the lead, it is one of the state whose turn comes
 * next, which leaves if it cannot come.
 */
const missingTurns = (row: RegisterRow, { today, earliest }: Days): Task[] =>
  openHoles(row.pledge, today)
    .filter(({ warnFrom, to }) => warnFrom <= today && (to === null || earliest <= to))
    .map((hole) => {
      const { from, to, warnFrom } = hole;
      const next = nextAfter(row.pledge, hole);
      const todo = [
        to === null ? say('AGREE_TURN_ON', { from }) : say('AGREE_TURN', { from, until: to }),
        ...(next === null ? [] : [say('COME_EARLIER', { state: next })]),
      ];
      return task(row, 'TURN_MISSING', 'AgreeTurns', todo, {
        since: warnFrom,
        due: from,
        about: from,
        states: [...new Set([leadOf(row.pledge), ...(next === null ? [] : [next])])].sort(),
        next: [
          ...pledgeCommandLinks('AgreeTurns', row.pledge),
          ...(next === null ? [] : pledgeCommandLinks('LeavePartnership', row.pledge)),
        ],
        waitsFor: [...rolesFor('AgreeTurns', row.pledge), ...(next === null ? [] : ['PARTNER'])],
      });
    });

/** A task of both states until the next one came or leads; where that one left, the lead names another. */
const handovers = (row: RegisterRow, { today }: Days): Task[] => {
  const { pledge } = row;
  const { kind, handoverTo = null, handoverOn = null, handedOverOn } = pledge.partnership ?? {};
  if (kind !== 'HANDOVER' || handoverOn === null || (handedOverOn ?? null) !== null) return [];
  const lead = leadOf(pledge);
  if (lead === handoverTo) return [];
  const warnFrom = addDays(handoverOn, -rules.inForce(today).turnWarningDays);
  if (handoverTo !== null && warnFrom > today) return [];
  const todo =
    handoverTo === null
      ? say('NAME_SUCCESSOR', { on: handoverOn })
      : say('HAND_OVER', { lead, state: handoverTo, on: handoverOn });
  const isPartner = handoverTo !== null && statesOf(pledge).includes(handoverTo);
  return [
    task(row, 'HANDOVER_DUE', [], todo, {
      ...{ since: handoverTo === null ? row.statusSince : warnFrom, due: handoverOn },
      ...{
        waitsFor: ['MS', 'PARTNER', 'DESK'],
        states: [lead, ...(handoverTo === null ? [] : [handoverTo])].sort(),
      },
      next: (
        ['DeclarePartnership', 'NameLead', isPartner ? 'LeavePartnership' : 'JoinPartnership'] as const
      ).flatMap((command) => pledgeCommandLinks(command, pledge)),
    }),
  ];
};
