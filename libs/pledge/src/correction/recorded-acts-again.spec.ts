/** What an officer recorded for others is decided again as theirs: accountability page, section 8, with section 5 on corrections. */
import { Rejected, type RecordedEvent } from '@pledgeline/event-sourcing';
import { actRecorded } from '../testing/acts.ts';
import { streamOf } from '../testing/a-stream.ts';
import { announced } from '../testing/early-life.ts';
import { PROPOSAL } from '../testing/named-events.ts';
import { partnerProposalEnded, partnershipDeclared, partnershipRequested } from '../testing/partnership.ts';
import { decidedAgain } from './replayed-with.ts';

const requestRecorded = actRecorded({
  command: 'JoinPartnership',
  state: 'KOR',
  events: ['PartnershipRequested'],
  about: [PROPOSAL],
});

const korea = { role: 'DESK', onBehalfOf: 'KOR' };

/** One officer recorded all that Korea did, or the last act was his own. */
const decidedLast = (last: Partial<RecordedEvent['metadata']>) => {
  const life = streamOf([
    announced(),
    partnershipDeclared(),
    partnershipRequested(),
    requestRecorded,
    partnerProposalEnded(last.recordedFor === undefined ? { by: 'LEAD', consentReference: 'NV/1' } : {}),
  ]);
  const told = life.map((event, n) => {
    const recordedFor = n === 2 ? { ...korea, recordedFor: 'MS' } : {};
    const metadata = { ...event.metadata, actor: 'officer', ...recordedFor, ...(n === 4 && last) };
    return { ...event, metadata };
  });
  const outcome = decidedAgain(told, 0).at(-1)?.outcome;
  return outcome instanceof Rejected ? outcome.code : outcome?.map(({ type }) => type);
};

it('a state takes back by the hand of an officer what it had asked for by the same hand', () => {
  expect(decidedLast({ ...korea, recordedFor: 'MS' })).toEqual(['PartnerProposalEnded']);
});

it('the officer himself does not turn down what he recorded', () => {
  expect(decidedLast({ role: 'DESK', onBehalfOf: null })).toBe('SAME_PERSON');
});
