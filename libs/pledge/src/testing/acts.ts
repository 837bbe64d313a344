/** The withdrawal that a focal point sent by note verbale: recorded by one officer, approved by another, or turned down. */
import { exampleEvent, idOf, PLEDGE } from './named-events.ts';

export const ACT = idOf(95);

const act = {
  pledgeId: PLEDGE,
  actId: ACT,
  command: 'WithdrawPledge',
  role: 'MS',
  state: 'RWA',
  body: null,
  paper: { reference: 'Note verbale 88/2026', date: '2026-01-12' },
} as const;

export const actProposed = exampleEvent('ActProposed', '2026-01-12', {
  ...act,
  data: { pledgeId: PLEDGE, reason: 'The battalion is needed at home', source: null },
  ground: 'It takes the promise back.',
});
export const actRecorded = exampleEvent('ActRecorded', '2026-01-12', {
  ...act,
  events: ['PledgeWithdrawn'],
  about: [],
});
export const actRejected = exampleEvent('ActRejected', '2026-01-13', {
  pledgeId: PLEDGE,
  actId: ACT,
  reason: 'The note is of another pledge',
});
export const actObjected = exampleEvent('ActObjected', '2026-01-14', {
  pledgeId: PLEDGE,
  actId: ACT,
  events: [idOf(97)],
  wholeAct: false,
  reason: 'It says less than the note',
  asked: [{ field: 'text', new: 'As in the note' }],
  blocked: [],
});
