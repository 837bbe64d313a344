/**
 * Lifecycle page, section 10.5: the public sees status, category, state, conference and public progress; never caveats,
 * performance, what a visit found or who was in contact. States see each other's levels, matches and terms, and no more.
 */
import { initialPledge, type Pledge } from '@pledgeline/pledge';
import { desk, focalPointOf, reader } from '../../testing/a-log.ts';
import { pledgeVisibleTo } from './pledge-visibility.ts';

/** A value in every field that says which it is. */
const marked = Object.fromEntries(
  Object.keys(initialPledge).map((field) => [field, field]),
) as unknown as Pledge;
const full: Pledge = {
  ...marked,
  memberState: 'BGD',
  partnership: null,
  partnerProposals: [],
  acts: [],
  objections: [],
  caveats: [],
  progress: [],
  implementation: null,
  selection: null,
  findingsSharedWith: { states: [], bodies: [] },
  evaluations: [],
};

const hiddenFrom = (caller: Parameters<typeof pledgeVisibleTo>[1]): readonly string[] => {
  const seen = pledgeVisibleTo(full, caller, full);
  return Object.keys(full)
    .filter((field) => seen[field as keyof Pledge] !== full[field as keyof Pledge])
    .filter((field) => !['caveats', 'evaluations', 'progress', 'objections'].includes(field));
};

const SECRETARIAT_ONLY = [
  'acts',
  'annulments',
  'answeredReservations',
  'assessments',
  'clarifications',
  'closedProposals',
  'corrections',
  'documentHashes',
  'documents',
  'entered',
  'findingsSharedWith',
  'lastAav',
  'lastActivityOn',
  'lastDeliveredOn',
  'lastRdlVerification',
  'lastWord',
  'lateEntry',
  'notedVisits',
  'partnerProposals',
  'pdvPassedOn',
  'reclassification',
  'remindedFor',
  'supportRequests',
  'visitsValidUntil',
];
const AMONG_STATES = ['deployWithinDays', 'level', 'levelValidUntil', 'matches', 'mou'];

it('the public sees neither what is among states nor what is of the Secretariat', () => {
  expect([...hiddenFrom(reader)].sort()).toEqual([...SECRETARIAT_ONLY, ...AMONG_STATES].sort());
});

it('another state sees what is among states', () => {
  expect([...hiddenFrom(focalPointOf('RWA'))].sort()).toEqual(SECRETARIAT_ONLY);
});

it.each([
  ['the state itself', focalPointOf('BGD')],
  ['the pledge desk', desk],
])('%s sees all of it', (_, caller) => {
  expect(hiddenFrom(caller)).toEqual([]);
});

it('the public sees that a unit was chosen and for which mission, and not for which gap', () => {
  const selection = { gapId: 'gap', reservationId: 'held', mission: 'MINUSCA', selectedOn: '2026-01-01' };
  const chosen: Pledge = { ...full, selection };
  const kept = { ...selection, gapId: null, reservationId: null };
  expect(pledgeVisibleTo(chosen, reader, chosen).selection).toEqual(kept);
  expect(pledgeVisibleTo(chosen, focalPointOf('RWA'), chosen).selection).toEqual(selection);
});
