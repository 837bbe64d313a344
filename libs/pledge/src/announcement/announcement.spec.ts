import type { PledgeEvent } from '@pledgeline/contracts';
import { after } from '../testing/a-pledge.ts';
import { acknowledged, announced, linked } from '../testing/early-life.ts';
import { historyTo } from '../testing/later-life.ts';
import { idOf, PLEDGE } from '../testing/named-events.ts';
import { by } from '../testing/wish.ts';
import { wishes } from '../testing/wishes.ts';

const none: readonly PledgeEvent[] = [];

describe('AnnouncePledge', () => {
  const { AnnouncePledge } = wishes;

  it('records the promise as it was made', () =>
    after(none).when(AnnouncePledge).then({ type: 'PledgeAnnounced', data: announced().data }));

  it('may come from the state itself', () =>
    after(none).when(AnnouncePledge, {}, by('MS', 'RWA')).thenTypes('PledgeAnnounced'));

  it('may have no date, and none is invented', () => {
    const [event] = after(none).when(AnnouncePledge, {}, { occurredOn: null }).events();
    expect(event?.data).toMatchObject({ announcedOn: null });
  });

  it('may have been made outside any conference', () => {
    const [event] = after(none).when(AnnouncePledge, { conference: ' ' }).events();
    expect(event?.data).toMatchObject({ conference: null });
  });

  it('may leave the capability open', () =>
    after(none).when(AnnouncePledge, { capabilityCode: null }).thenTypes('PledgeAnnounced'));

  it('by a state for another is forbidden', () => {
    const rejected = after(none).when(AnnouncePledge, {}, by('MS', 'KOR')).thenRejected('FORBIDDEN');
    expect(rejected.message).toContain('RWA');
  });

  it.each([
    ['UNKNOWN_STATE', { memberState: 'XXX' }],
    ['TEXT_MISSING', { description: ' \n' }],
    ['TEXT_MISSING', { source: '' }],
    ['UNKNOWN_CATEGORY', { category: 'GADGET', capabilityCode: null }],
    ['UNKNOWN_CAPABILITY', { capabilityCode: 'INF-XX' }],
    ['CATEGORY_MISMATCH', { category: 'ENABLER' }],
  ])('is refused as %s for %j', (code, changes) => {
    expect(after(none).when(AnnouncePledge, changes).thenRejected(code).kind).toBe('invalid');
  });

  it('a listed organisation may be the one that promises', () =>
    after(none).when(AnnouncePledge, { memberState: 'X-EU' }).thenTypes('PledgeAnnounced'));

  describe('the same announcement entered twice (press and note verbale)', () => {
    it('is refused with the pledge to link it to', () => {
      const rejected = after(none)
        .when(AnnouncePledge, { duplicateOf: idOf(9) })
        .thenRejected('DUPLICATE_ANNOUNCEMENT');
      expect(rejected.details).toEqual({ duplicateOf: idOf(9) });
    });

    it('is forced by duplicateChecked, and stays flagged', () => {
      const [event] = after(none)
        .when(AnnouncePledge, { duplicateOf: idOf(9), duplicateChecked: true })
        .events();
      expect(event?.data).toMatchObject({ duplicateChecked: true });
      expect(event?.data).not.toHaveProperty('duplicateOf');
    });
  });

  describe('repeated under the same id (a second import)', () => {
    it('changes nothing, even when the first is now found as its duplicate', () =>
      after([announced()])
        .when(AnnouncePledge, { duplicateOf: PLEDGE, duplicateChecked: true })
        .thenNothing());

    it.each(Object.entries(historyTo))('changes nothing when the pledge is %s', (_status, history) =>
      after(history).when(AnnouncePledge).thenNothing(),
    );

    it('a changed row names what changed', () => {
      const changed = { description: 'Four', quantity: { min: 4, max: 4, unit: 'units', asStated: '4' } };
      const rejected = after([announced(), acknowledged()])
        .when(AnnouncePledge, changed, { occurredOn: '2025-01-12' })
        .thenRejected('PLEDGE_EXISTS');
      expect(rejected.kind).toBe('conflict');
      expect(rejected.details).toEqual({ fields: ['quantity', 'description', 'announcedOn'] });
    });
  });
});

describe('LinkAnnouncement', () => {
  const { LinkAnnouncement } = wishes;
  const three = { min: 4, max: 4, unit: 'units', asStated: '4' };

  it('keeps the other wording beside the first (same offer repeated two years later)', () => {
    const pledge = after([...(historyTo.REGISTERED ?? []), linked()]).state();
    expect(pledge.links).toHaveLength(1);
    expect(pledge.quantity).toMatchObject({ asStated: '2-3' });
    after(historyTo.REGISTERED ?? [])
      .when(LinkAnnouncement)
      .then({ type: 'AnnouncementLinked', data: { ...LinkAnnouncement.data, announcedOn: '2026-01-15' } });
  });

  it('twice changes nothing', () =>
    after([announced(), linked()])
      .when(LinkAnnouncement, linked().data as object, { occurredOn: '2025-01-11' })
      .thenNothing());

  it('another one under the same id is refused', () =>
    after([announced(), linked()])
      .when(LinkAnnouncement, { announcementId: idOf(2) })
      .thenRefused('ANNOUNCEMENT_ID_REUSED'));

  it('of another state is refused', () =>
    after([announced()]).when(LinkAnnouncement, { memberState: 'KOR' }).thenRefused('STATE_DIFFERS'));

  it('without words is refused', () =>
    after([announced()]).when(LinkAnnouncement, { wording: '' }).thenRefused('TEXT_MISSING'));

  it('that would change the quantity is refused, and PledgeAmended named', () => {
    const rejected = after([announced()])
      .when(LinkAnnouncement, { quantity: three })
      .thenRejected('QUANTITY_DIFFERS');
    expect(rejected.message).toContain('PledgeAmended');
  });

  it('of the same announcement may give another figure: conflicting sources stand side by side', () =>
    after([announced()])
      .when(LinkAnnouncement, { quantity: three, conference: '2021-seoul' })
      .thenTypes('AnnouncementLinked'));

  it('may be older than the announcement recorded first', () =>
    after([announced()])
      .when(LinkAnnouncement, { quantity: three }, { occurredOn: '2024-12-01' })
      .thenTypes('AnnouncementLinked'));

  it('without a date keeps its figure, as nobody can say that it is later', () =>
    after([announced()])
      .when(LinkAnnouncement, { quantity: three }, { occurredOn: null })
      .thenTypes('AnnouncementLinked'));
});

describe('AcknowledgePledge', () => {
  it('tells the state that the pledge was received', () =>
    after([announced()])
      .when(wishes.AcknowledgePledge)
      .then({
        type: 'PledgeAcknowledged',
        data: { pledgeId: PLEDGE, acknowledgedOn: '2026-01-15', acknowledgementReference: 'ACK-1' },
      }));

  it('without a reference is refused', () =>
    after([announced()])
      .when(wishes.AcknowledgePledge, { acknowledgementReference: '' })
      .thenRefused('TEXT_MISSING'));

  it.each(['ACKNOWLEDGED', 'REGISTERED', 'DEPLOYED', 'LAPSED'] as const)(
    'a second time, when %s, is refused',
    (status) =>
      after(historyTo[status] ?? [])
        .when(wishes.AcknowledgePledge)
        .thenRefused('ALREADY_ACKNOWLEDGED'),
  );

  it('a pledge withdrawn before any acknowledgement is past it', () =>
    after([announced(), ...(historyTo.WITHDRAWN ?? []).slice(-1)])
      .when(wishes.AcknowledgePledge)
      .thenRefused('WRONG_ORDER'));
});
