import { specFor } from '@pledgeline/event-sourcing/testing';
import { skips } from './skips.ts';

const given = specFor(skips);
const data = {
  group: 'reporting',
  eventId: '0199f2c6-5a10-7c3e-9d51-3f2b8a6c4e01',
  stream: 'pledge-0199f2c6-5a10-7c3e-9d51-3f2b8a6c4e02',
  revision: 3,
  reason: 'Its date is of another calendar.',
};
const skipped = { type: 'EventSkipped' as const, data };
const admin = { role: 'ADMIN' };

it('an event is skipped once', () => {
  given().when({ type: 'SkipEvent', data }, admin).then(skipped);
  given(skipped).when({ type: 'SkipEvent', data }, admin).thenNothing();
});

it('only an administrator skips', () => {
  for (const role of ['DESK', 'MS', 'AUDITOR', 'SYSTEM']) {
    given().when({ type: 'SkipEvent', data }, { role }).thenRejected('FORBIDDEN');
  }
});
