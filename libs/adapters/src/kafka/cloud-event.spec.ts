import { recorded } from '@pledgeline/event-sourcing/testing';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { forSubscribers, isFor, messageOf } from './cloud-event.ts';
import { traceparentOf } from './traceparent.ts';

const event: RecordedEvent = {
  ...recorded({ type: 'PledgeAnnounced', data: { title: 'Infantry', größe: 1.5, none: null } }, 3),
  stream: 'pledge-0199e1f2-aaaa-7bbb-8ccc-0123456789ab',
};

describe('an event as a message', () => {
  it('is keyed by the id in the name of its stream, hyphens and all', () => {
    expect(messageOf(event, false).key).toBe('0199e1f2-aaaa-7bbb-8ccc-0123456789ab');
  });

  it('tells subscribers nothing of who acted', () => {
    const { headers, value } = messageOf(event, false);
    const reported = JSON.stringify({ headers, value });
    expect(headers).not.toHaveProperty('pledgeline_metadata');
    for (const secret of ['actor', 'onBehalfOf', 'commandId', 'bodyHash'])
      expect(reported).not.toContain(secret);
  });

  it('tells our own services its salt and the trace that it came with, and nobody else', () => {
    const [salt, traceparent] = ['5a17'.repeat(8), '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'];
    const proved = { ...event, metadata: { ...event.metadata, salt, traceparent } };
    const ours = messageOf(proved, true);
    for (const one of [salt, traceparent]) expect(ours.headers.pledgeline_metadata).toContain(one);
    for (const message of [messageOf(proved, false), forSubscribers(ours)])
      expect(JSON.stringify(message)).not.toMatch(new RegExp(`${salt}|${traceparent}|salt`));
    expect(messageOf(proved, false)).toEqual(messageOf(event, false));
  });

  it('leaves out what there is none of', () => {
    const without = { ...event, metadata: { ...event.metadata, occurredOn: null, causationId: null } };
    const { headers } = messageOf(without, false);
    expect(headers).not.toHaveProperty('ce_occurredon');
    expect(headers).not.toHaveProperty('ce_causationid');
  });

  it('goes only to those who may see it', () => {
    const narrowed = { ...event, metadata: { ...event.metadata, visibility: 'MEMBER_STATES' as const } };
    expect(isFor(['PUBLIC'], narrowed)).toBe(false);
    expect(isFor(['PUBLIC', 'MEMBER_STATES'], narrowed)).toBe(true);
  });
});

describe('the trace of an event', () => {
  const id = '0199e1f2-0000-7000-8000-000000000001';

  it.each([
    ['a UUID', '0AF76519-16cd-43dd-8448-eb211c80319c'],
    ["the caller's trace", '0af7651916cd43dd8448eb211c80319c'],
  ])('is the correlation id where that is %s', (_, correlationId) => {
    expect(traceparentOf(correlationId, id)).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[\da-f]{16}-01$/);
  });

  it.each(['import 7', '', '00000000-0000-0000-0000-000000000000'])('is made from %j otherwise', (given) => {
    expect(traceparentOf(given, id)).toMatch(/^00-(?!0{32})[\da-f]{32}-[\da-f]{16}-01$/);
    expect(traceparentOf(given, id)).toBe(traceparentOf(given, id));
  });
});
