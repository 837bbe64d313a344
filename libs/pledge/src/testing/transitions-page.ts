/**
 * What each command meets, in each status and from each role: found by sending the example of the command to the decider, and
 * written as docs/transitions.md (`npm run transitions`). People review the page; a test holds it to what the decider does.
 */
import { ROLES } from '@pledgeline/contracts';
import type { Role, Status, Track } from '@pledgeline/contracts';
import { Rejected, type CommandMeta } from '@pledgeline/event-sourcing';
import { metaFor } from '@pledgeline/event-sourcing/testing';
import { ANY_STATUS } from '../chapter.ts';
import { commandTypes } from '../chapters.ts';
import { pledge } from '../pledge.ts';
import { initialPledge, type Pledge, type PledgeCommand, type PledgeCommandType } from '../state.ts';
import { after } from './a-pledge.ts';
import { commands } from './commands.ts';
import { by } from './example-command.ts';
import { atLevel2, historyTo } from './later-life.ts';

/** The example of a command, as sent with this meta data and these changes to its body. */
export const commandFor = (
  type: PledgeCommandType,
  meta: Partial<CommandMeta> = {},
  changes: object = {},
): PledgeCommand => {
  const example = commands[type];
  return {
    type,
    data: { ...example.data, ...changes },
    meta: metaFor({ ...example.meta, ...meta }),
  } as PledgeCommand;
};

/** Also the statuses to which no event of today leads: the state is then put there by hand. */
export const pledgeIn = (status: Status): Pledge => ({
  ...after(historyTo[status] ?? atLevel2).state(),
  status,
});

/** `done`, `nothing` for a command that changes nothing, or the code of the refusal, also where an event records it. */
export const outcomeOf = (command: PledgeCommand, state: Pledge): string => {
  try {
    const [event] = pledge.decide(command, state);
    if (event?.type === 'MatchRefused') return event.data.code;
    return event === undefined ? 'nothing' : 'done';
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
};

type Place = Status | 'none';
/** Of a pledge that is void there is nothing to do. */
const PLACES: readonly Place[] = ['none', ...ANY_STATUS];
const stateAt = new Map(
  PLACES.map((place) => [place, place === 'none' ? initialPledge : pledgeIn(place)] as const),
);

/** Refusals of the status. Every other refusal comes from a check that is made later. */
const OUT_OF_ORDER = [
  'PLEDGE_NOT_FOUND',
  'WRONG_ORDER',
  'ALREADY_ACKNOWLEDGED',
  'ALREADY_WITHDRAWN',
  'ALREADY_DEPLOYED',
  'MOU_EXISTS',
  'PLEDGE_EXISTS',
];

/** Bodies beside the example, where what is sent or what the pledge is decides who may send it, and when. */
const BODIES: { readonly [Type in PledgeCommandType]?: readonly object[] } = {
  RegisterPledge: [{}, { capabilityCode: 'TRG-CENTRE', target: 'A centre' }],
  MatchPledge: [{}, { reserved: true }],
  DeployUnit: [{}, { exception: 'REHATTING', approver: 'USG' }],
};
/** A military unit, as in the example, and one of police. */
const UNITS: readonly Partial<Pledge>[] = [{}, { capabilityCode: 'FPU' }];

/** What the command meets with each body and each unit. */
const outcomes = (
  type: PledgeCommandType,
  place: Place,
  meta: Partial<CommandMeta>,
  change: Partial<Pledge> = {},
): readonly string[] => {
  const state = { ...(stateAt.get(place) ?? initialPledge), ...change };
  return (BODIES[type] ?? [{}]).flatMap((body) =>
    (place === 'none' ? [{}] : UNITS).map((unit) =>
      outcomeOf(commandFor(type, meta, body), { ...state, ...unit }),
    ),
  );
};

/** Those who speak for a state speak for that of the pledge. */
const as = (role: Role) => by(role, role === 'MS' || role === 'PARTNER' ? 'RWA' : null);

const isPossible = (outcome: string): boolean =>
  outcome !== 'FORBIDDEN' && outcome !== 'nothing' && !OUT_OF_ORDER.includes(outcome);

/** Where the role gets past the checks of role and status. */
const placesOf = (type: PledgeCommandType, role: Role): readonly Place[] =>
  PLACES.filter((place) => outcomes(type, place, as(role)).some(isPossible));

const rowsOf = (type: PledgeCommandType): readonly (readonly string[])[] => {
  const rolesAt = new Map<string, Role[]>();
  for (const role of ROLES) {
    const places = placesOf(type, role).join();
    if (places !== '') rolesAt.set(places, [...(rolesAt.get(places) ?? []), role]);
  }
  return [...rolesAt].map(([joined, roles], n) => {
    const [role = 'MS'] = roles;
    const places = joined.split(',') as Place[];
    return [
      n === 0 ? type : '',
      roles.join(', '),
      named(places),
      trackOf(type, role, places),
      needsDay(type, role, places) ? 'yes' : '',
      roles.includes('MS') && isForOthers(type, places) ? 'yes' : '',
      n === 0 ? elsewhere(type, role) : '',
    ];
  });
};

/** By the shorter of the two lists. */
const named = (places: readonly Place[]): string => {
  const others = ANY_STATUS.filter((status) => !places.includes(status));
  if (others.length === 0) return 'any';
  return others.length < places.length ? `any but ${others.join(', ')}` : places.join(', ');
};

const TRACKS: readonly Track[] = ['CAPABILITY', 'IMPLEMENTATION'];

const trackOf = (type: PledgeCommandType, role: Role, places: readonly Place[]): string =>
  TRACKS.filter((track) =>
    places.some((place) => !outcomes(type, place, as(role), { track }).includes('WRONG_TRACK')),
  )
    .join()
    .replace(TRACKS.join(), '');

const needsDay = (type: PledgeCommandType, role: Role, places: readonly Place[]): boolean =>
  TRACKS.some((track) =>
    places.some((place) =>
      outcomes(type, place, { ...as(role), occurredOn: null }, { track }).includes('DATE_MISSING'),
    ),
  );

/** Whether a state may send it that has no part in the pledge. */
const isForOthers = (type: PledgeCommandType, places: readonly Place[]): boolean =>
  places.some((place) => outcomes(type, place, by('MS', 'KOR')).some(isPossible));

/** What a pledge in another status answers, where that is not WRONG_ORDER. */
const elsewhere = (type: PledgeCommandType, role: Role): string => {
  const at = new Map<string, Place[]>();
  for (const place of ANY_STATUS) {
    const [outcome = ''] = outcomes(type, place, as(role));
    if (outcome === 'nothing' || (OUT_OF_ORDER.includes(outcome) && outcome !== 'WRONG_ORDER'))
      at.set(outcome, [...(at.get(outcome) ?? []), place]);
  }
  return [...at].map(([outcome, places]) => `${named(places)}: ${outcome}`).join('; ');
};

/** As Prettier writes it, so that the page is formatted as it is made. */
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((cells) => cells[at]?.length ?? 0), 3));
  const row = (cells: readonly string[]): string =>
    `| ${cells.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...rows.map(row)].join('\n');
};

const HEAD = ['command', 'from', 'status', 'track', 'needs a day', 'other states', 'elsewhere'];

/** The page docs/transitions.md. */
export const transitionsPage = (): string => `# What can happen to a pledge

Made by \`npm run transitions\`: the example of each command is sent to the decider in each status and from each role. A test fails when the page is not what it would be now, so a change of this page is a change of who may do what, and when. The rows are declared in the chapters (\`libs/pledge/src/chapters.ts\`).

\`from\` and \`status\`: in these the command gets past the checks of role and status; its own conditions come after. Every other role is refused as FORBIDDEN, every other status as WRONG_ORDER, or as \`elsewhere\` says (\`nothing\`: it changes nothing). \`none\` is a pledge that was not announced; there every other command is refused as PLEDGE_NOT_FOUND. \`any\` leaves out VOID: of a pledge that is void there is nothing to do. \`track\`: on the other track it is refused; an empty cell means both. MS sends for the state of the pledge; \`other states\`: also for a state that has no part in it.

${table(HEAD, commandTypes.flatMap(rowsOf))}
`;
