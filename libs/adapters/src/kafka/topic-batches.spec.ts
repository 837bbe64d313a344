import { recorded } from '@pledgeline/event-sourcing/testing';
import { topicBatches } from './topic-batches.ts';

const event = recorded({ type: 'UnitDeployed', data: { place: 'Bangui', approver: 'somebody' } }, 0);
const redact = () => ({ place: 'Bangui', approver: null });

it('tells each topic what its readers may see, and our own services what was recorded', () => {
  const [batch] = topicBatches(
    [event],
    [
      { name: 'internal', carries: ['PUBLIC', 'MEMBER_STATES', 'INTERNAL'], redact },
      { name: 'public', carries: ['PUBLIC'], redact },
      { name: 'whole', carries: ['PUBLIC'] },
    ],
  );
  expect(batch?.map(({ topic, messages }) => [topic, messages[0]?.value])).toEqual([
    ['internal', JSON.stringify(event.data)],
    ['public', JSON.stringify(redact())],
    ['whole', JSON.stringify(event.data)],
  ]);
});
