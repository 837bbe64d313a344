/** What each command keeps for another person: from who came first, in any role, and from nobody else. */
import type { Pledge, PledgeCommandType } from '../state.ts';
import { firstPersons, isForAnother } from './second-person.ts';

/** As much of a pledge as tells who did what before. */
const pledge = {
  acts: [],
  implementation: { evidence: [{ evidenceId: 'e1', submittedBy: 'amina' }] },
  caveats: [
    { caveatId: 'c1', lifting: { givenUpBy: 'amina', confirmed: [{ by: 'FGS', actor: 'bo' }] } },
    { caveatId: 'c2', lifting: null },
  ],
  delivered: { courses: [{ courseId: 'k1', recordedBy: 'amina' }] },
  reclassification: { proposedBy: 'amina' },
  corrections: [{ correctionId: 'r1', proposedBy: 'amina' }],
  annulments: [{ annulmentId: 'n1', proposedBy: 'amina' }],
} as unknown as Pledge;

const kept: readonly (readonly [PledgeCommandType, Readonly<Record<string, string>>])[] = [
  ['VerifyEvidence', { evidenceId: 'e1' }],
  ['RejectEvidence', { evidenceId: 'e1' }],
  ['ConfirmCaveatLifting', { caveatId: 'c1' }],
  ['RefuseCaveatLifting', { caveatId: 'c1' }],
  ['EvaluateCourse', { courseId: 'k1' }],
  ['ReclassifyPledge', {}],
  ['CorrectEvent', { correctionId: 'r1' }],
  ['AnnulEvent', { annulmentId: 'n1' }],
];

it.each(kept)('%s is for another than who came first, whatever his role now', (type, about) => {
  for (const role of ['DESK', 'PD', 'EVAL', 'ADMIN']) {
    expect(isForAnother(type, about, pledge, { subject: 'amina', role })).toBe(true);
    expect(isForAnother(type, about, pledge, { subject: 'chen', role })).toBe(false);
  }
});

it.each(kept.filter(([, about]) => Object.keys(about).length > 0))(
  '%s about something else is no other person’s',
  (type, about) => {
    const [name = ''] = Object.keys(about);
    expect(isForAnother(type, { [name]: 'another' }, pledge, { subject: 'amina', role: 'DESK' })).toBe(false);
  },
);

it('a lifting is confirmed by each role once, and by nobody in two roles', () => {
  const confirms = (subject: string, role: string) =>
    isForAnother('ConfirmCaveatLifting', { caveatId: 'c1' }, pledge, { subject, role });
  expect([confirms('bo', 'PD'), confirms('bo', 'FGS'), confirms('chen', 'PD')]).toEqual([true, false, false]);
});

it('the first persons of a pledge are all of them, each once', () => {
  expect([...firstPersons(pledge)].sort()).toEqual(['amina', 'bo']);
});
