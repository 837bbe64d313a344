/** A message is read as the event that was recorded, or refused in words that quote nothing of it. */
import { recorded } from '@pledgeline/event-sourcing/testing';
import type { RecordedEvent } from '@pledgeline/event-sourcing';
import { messageOf } from './cloud-event.ts';
import { eventNamedBy, recordedEventOf } from './read-message.ts';
import { arrivedMessage } from './testing/arrived-message.ts';
import { foreignMessages } from './testing/foreign-messages.ts';

const event: RecordedEvent = {
  ...recorded({ type: 'PledgeAnnounced', data: { title: 'Infantry', größe: 1.5, none: null } }, 3),
  stream: 'pledge-0199e1f2-aaaa-7bbb-8ccc-0123456789ab',
};
const ours = arrivedMessage(messageOf(event, true));

it('an event comes back from the internal topic as it was recorded', () => {
  expect(recordedEventOf(ours)).toEqual(event);
});

it('salt and trace come back too, and only where there are any', () => {
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const proved = { ...event, metadata: { ...event.metadata, salt: 'ab'.repeat(16), traceparent } };
  expect(recordedEventOf(arrivedMessage(messageOf(proved, true)))).toStrictEqual(proved);
  expect(recordedEventOf(ours)).toStrictEqual(event);
});

it.each([null, 0, false, '', []])('data may be any JSON: %j', (data) => {
  expect(recordedEventOf(arrivedMessage(messageOf({ ...event, data }, true))).data).toEqual(data);
});

it('what subscribers get is none of ours: it says nothing of who acted', () => {
  expect(() => recordedEventOf(arrivedMessage(messageOf(event, false)))).toThrow('pledgeline_metadata');
});

it.each(foreignMessages())('a message with %s is refused, and not quoted', (_, message) => {
  const refused = (): unknown => recordedEventOf(arrivedMessage(message));
  expect(refused).toThrow(/^the /);
  expect(refused).not.toThrow(/secret/i);
});

it('a message that cannot be read may still name its event', () => {
  expect(eventNamedBy(ours)).toEqual({ id: event.id, stream: event.stream, revision: 3 });
  expect(eventNamedBy({ headers: {} })).toBeUndefined();
  expect(eventNamedBy({ headers: { ...ours.headers, ce_revision: '-1' } })).toBeUndefined();
});
