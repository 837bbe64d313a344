import type { DataOf } from '@pledgeline/contracts';
import { recorded } from '@pledgeline/event-sourcing/testing';
import type { NewEvent } from '@pledgeline/event-sourcing';
import { after } from '../testing/a-pledge.ts';
import { caveatTalkNoted } from '../testing/caveats.ts';
import { correctionProposed, correctionRejected, eventCorrected } from '../testing/corrections.ts';
import { acknowledged, announced, renewed } from '../testing/early-life.ts';
import { historyTo, matched } from '../testing/later-life.ts';
import { CORRECTION, idOf, PLEDGE } from '../testing/named-events.ts';
import { turnsAgreed } from '../testing/partnership.ts';
import { assessed } from '../testing/performance.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';

const { ProposeCorrection, CorrectEvent, RejectCorrection } = commands;
const history = historyTo.REGISTERED ?? [];
const asked = [...history, correctionProposed()];
const dated = (value: unknown) => [{ field: 'occurredOn', old: '2025-01-20', new: value }];
const original = (event: NewEvent) => ({ original: recorded(event, 1) });
const blocked = [
  { eventId: 'event-9', event: 'LevelAttained', revision: 9, code: 'BEFORE_VISIT', message: 'No' },
];

describe('ProposeCorrection', () => {
  it('changes nothing by itself', () => {
    const [event] = after(history).when(ProposeCorrection).events();
    expect(event).toEqual({
      type: 'CorrectionProposed',
      data: {
        pledgeId: PLEDGE,
        correctionId: idOf(64),
        corrects: 'event-1',
        correctedType: 'PledgeAcknowledged',
        changes: dated('2025-01-21'),
        reason: 'The letter is of the next day',
      },
    });
    const { corrections: _, ...before } = after(history).state();
    expect(after(asked).state()).toMatchObject(before);
  });

  it.each(['WITHDRAWN', 'FULFILLED', 'LAPSED'] as const)('is possible also while %s', (status) =>
    after(historyTo[status] ?? [])
      .when(ProposeCorrection)
      .thenTypes('CorrectionProposed'),
  );

  it('is for records officers', () =>
    after(history).when(ProposeCorrection, {}, by('SFGC')).thenRefused('FORBIDDEN'));

  it('needs a reason', () =>
    after(history).when(ProposeCorrection, { reason: ' ' }).thenRefused('TEXT_MISSING'));

  it('of an event that is not there is refused', () =>
    after(history).when(ProposeCorrection, { original: null }).thenRefused('UNKNOWN_EVENT'));

  it('under the id of another is refused', () =>
    after(asked).when(ProposeCorrection, { correctionId: CORRECTION }).thenRefused('CORRECTION_ID_REUSED'));

  it('of a correction is refused: its event is corrected once more', () => {
    for (const event of [correctionProposed(), eventCorrected(), correctionRejected()]) {
      after(asked).when(ProposeCorrection, original(event)).thenRefused('EVENT_NOT_CORRECTABLE');
    }
  });

  it('of what the state may not read is refused, for it may read corrections', () =>
    after(history).when(ProposeCorrection, original(caveatTalkNoted())).thenRefused('EVENT_NOT_CORRECTABLE'));

  it.each([
    ['pledgeId', PLEDGE],
    ['memberState', 'RWA'],
    ['reference', '2021-seoul/RWA/INF-BN-7F3K2'],
    ['type', 'PledgeAnnounced'],
    ['__proto__', null],
  ])('never of %s', (field, old) => {
    const rejected = after(history)
      .when(ProposeCorrection, { ...original(announced()), changes: [{ field, old, new: 'KOR' }] })
      .thenRejected('FIELD_NOT_CORRECTABLE');
    expect(rejected.details).toMatchObject({
      field: 'changes.0.field',
      allowed: expect.arrayContaining(['quantity']),
    });
  });

  it('never of an id within a field', () => {
    const findings = [{ findingId: idOf(66), text: 'Patrols start late' }];
    const renamed = [{ findingId: idOf(99), text: 'Patrols start late' }];
    const change = { field: 'findings', old: findings, new: renamed };
    const reworded = { ...change, new: [{ findingId: idOf(66), text: 'Patrols start at noon' }] };
    after(history)
      .when(ProposeCorrection, { ...original(assessed()), changes: [change] })
      .thenRefused('FIELD_NOT_CORRECTABLE');
    after(history)
      .when(ProposeCorrection, { ...original(assessed()), changes: [reworded] })
      .thenTypes('CorrectionProposed');
  });

  it('never of what a gap has taken over', () =>
    after(history)
      .when(ProposeCorrection, {
        ...original(matched()),
        changes: [{ field: 'quantity', old: 1, new: 2 }],
      })
      .thenRefused('FIELD_NOT_CORRECTABLE'));

  it('over another value than the present one is refused', () => {
    const rejected = after(history)
      .when(ProposeCorrection, { changes: [{ field: 'occurredOn', old: '2025-01-19', new: '2025-01-21' }] })
      .thenRejected('STALE_VALUE');
    expect(rejected.details).toEqual({ field: 'changes.0.old', current: '2025-01-20' });
  });

  it.each([
    ['NOTHING_TO_CHANGE', []],
    ['NOTHING_TO_CHANGE', dated('2025-01-20')],
    ['FIELD_REPEATED', [...dated('2025-01-21'), ...dated('2025-01-22')]],
    ['CORRECTION_INVALID', dated('2025-02-30')],
    ['CORRECTION_INVALID', dated('2026-01-16')],
    ['CORRECTION_INVALID', dated(20)],
    ['CORRECTION_INVALID', [{ field: 'acknowledgementReference', old: 'ACK-1', new: '' }]],
    ['CORRECTION_INVALID', [{ field: 'acknowledgementReference', old: 'ACK-1', new: null }]],
  ])('is refused as %s for %j', (code, changes) =>
    after(history).when(ProposeCorrection, { changes }).thenRefused(code),
  );

  it.each([
    ['validUntil', renewed(), '2026-12-01', '1948-05-28'],
    [
      'turns',
      turnsAgreed(),
      (turnsAgreed().data as DataOf<'TurnsAgreed'>).turns,
      [{ state: 'NOR', from: '1948-05-28', to: '2016-01-01' }],
    ],
  ])('never takes a day in %s to before the first operation', (field, event, old, value) => {
    const rejected = after(history)
      .when(ProposeCorrection, { ...original(event), changes: [{ field, old, new: value }] })
      .thenRejected('DATE_TOO_EARLY');
    expect(rejected.details).toMatchObject({ field: 'changes.0.new', earliest: '1948-05-29' });
  });

  it('that leaves out what follows is refused with what is lacking', () => {
    const lacking = [{ field: 'validUntil', expected: '2027-06-20' }];
    const rejected = after(history)
      .when(ProposeCorrection, { findings: { blocked: [], lacking } })
      .thenRejected('CORRECTION_INCOMPLETE');
    expect(rejected.details).toEqual({ field: 'changes', lacking });
  });

  it('that breaks later events is refused with the list of them', () => {
    const rejected = after(history)
      .when(ProposeCorrection, { findings: { blocked, lacking: [] } })
      .thenRejected('CORRECTION_BREAKS');
    expect(rejected.details).toEqual({ field: 'changes', blocked });
  });
});

describe('CorrectEvent', () => {
  it('is as widely known as what it corrects', () => {
    const kept = recorded({ ...acknowledged(), visibility: 'INTERNAL' }, 1);
    const [event] = after(asked).when(CorrectEvent, { original: kept }).events();
    expect(event?.visibility).toBe('INTERNAL');
  });

  it('says what was proposed', () => {
    const [event] = after(asked).when(CorrectEvent).events();
    expect(event).toEqual({ type: 'EventCorrected', data: eventCorrected().data, visibility: 'PUBLIC' });
  });

  it('by the one who proposed it is refused', () =>
    after(asked).when(CorrectEvent, {}, { actor: 'tester' }).thenRefused('SAME_PERSON'));

  it('is judged again: the stream may have gone on', () => {
    const moved = original(acknowledged({ acknowledgementReference: 'ACK-2' }));
    after(asked).when(CorrectEvent, moved).thenTypes('EventCorrected');
    const corrected = original({ ...acknowledged(), occurredOn: '2025-01-21' });
    after(asked).when(CorrectEvent, corrected).thenRefused('STALE_VALUE');
    after(asked)
      .when(CorrectEvent, { findings: { blocked, lacking: [] } })
      .thenRefused('CORRECTION_BREAKS');
  });

  it('that nobody proposed is refused', () =>
    after(history).when(CorrectEvent).thenRefused('UNKNOWN_CORRECTION'));

  it.each([eventCorrected(), correctionRejected()])('is not made twice, nor after $type', (end) =>
    after([...asked, end])
      .when(CorrectEvent)
      .thenRefused('CORRECTION_CLOSED'),
  );

  it('of an event that was corrected before is possible', () => {
    const again = {
      correctionId: idOf(64),
      changes: [{ field: 'occurredOn', old: '2025-01-21', new: '2025-01-22' }],
    };
    after([...asked, eventCorrected()])
      .when(ProposeCorrection, { ...again, ...original({ ...acknowledged(), occurredOn: '2025-01-21' }) })
      .thenTypes('CorrectionProposed');
  });
});

describe('RejectCorrection', () => {
  it('leaves the event as it was', () => {
    after(asked).when(RejectCorrection).thenTypes('CorrectionRejected');
    const { corrections } = after([...asked, correctionRejected()]).state();
    expect(corrections).toMatchObject([{ correctionId: CORRECTION, standing: 'REJECTED' }]);
  });

  it('needs a reason', () => after(asked).when(RejectCorrection, { reason: '' }).thenRefused('TEXT_MISSING'));

  it('of what nobody proposed is refused', () =>
    after(history).when(RejectCorrection).thenRefused('UNKNOWN_CORRECTION'));
});
