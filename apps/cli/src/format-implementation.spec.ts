import type { DataOf, PledgeEvent } from '@pledgeline/contracts';
import { formatEvent } from './format-event.ts';

const said = <Type extends PledgeEvent['type']>(type: Type, data: Partial<DataOf<Type>>): string =>
  formatEvent({ type, data } as unknown as PledgeEvent);
const milestone = { milestoneId: '1', text: 'Course', dueOn: '2026-03-01', measure: null, template: null };

it.each([
  [
    said('ImplementationPlanned', { milestones: [milestone], implementingBody: 'UNITAR' }),
    '1 milestones, the last by 2026-03-01, UNITAR',
  ],
  [said('MilestoneRevised', { after: milestone, reason: 'Late' }), '"Course" by 2026-03-01: Late'],
  [said('ImplementationStarted', { startedOn: '2026-01-01' }), 'from 2026-01-01'],
  [said('MilestoneMet', { metOn: '2026-01-01' }), 'on 2026-01-01'],
  [said('EvidenceSubmitted', { kind: 'LAW', url: 'https://example.org' }), 'law, https://example.org'],
  [said('EvidenceVerified', { note: null }), ''],
  [said('EvidenceRejected', { reason: 'Not signed' }), 'Not signed'],
])('%s', (line, expected) => {
  expect(line).toBe(expected);
});
