import { catalogue } from '@pledgeline/contracts';
import { react } from '@pledgeline/event-sourcing';
import type { Policy, Reaction, RecordedEvent, Send } from '@pledgeline/event-sourcing';
import { recorded } from '@pledgeline/event-sourcing/testing';
import { completeMatch } from './selection/complete-match.policy.ts';
import { noteVisitOutcome } from './readiness/note-visit-outcome.policy.ts';
import { releaseReservation } from './selection/release-reservation.policy.ts';
import { act, id, registerUnit } from './testing/a-unit.ts';
import { NOW, startProcess, typesOf, wholeLog } from './testing/a-world.ts';
import { openLog } from './testing/log-and-views.ts';

const [pledgeId, gapId, reservationId, visitId] = [id(11), id(1), id(21), id(31)] as const;
/** What the engine sends for a policy: nothing where the policy does not wait for the event. */
const commandsOf = async (policy: Policy, event: RecordedEvent): Promise<readonly Reaction[]> => {
  const sent: Reaction[] = [];
  const send: Send = (stream, { type, data }) => Promise.resolve(sent.push({ stream, type, data }));
  await react({ policies: [policy], send, catalogue, now: () => NOW, onRejected: () => undefined })([event]);
  return sent;
};

const other = { gapId: id(2), reservationId: id(22) };

it('a reservation asks the pledge for its match', async () => {
  const held = {
    gapId,
    reservationId,
    pledgeId,
    mission: 'MINUSCA',
    quantity: 1,
    acceptedCodes: ['INF-BN'],
    requestedBy: 'officer',
  };
  const { requestedBy: _, ...match } = held;
  // It was reserved before gaps could ask for persons.
  const inUnits = { unit: null, personsPerUnit: null };
  expect(await commandsOf(completeMatch, recorded({ type: 'GapReserved', data: held }, 1))).toEqual([
    { stream: `pledge-${pledgeId}`, type: 'MatchPledge', data: { ...match, ...inUnits, reserved: true } },
  ]);
});

describe('the end of a match frees its reservation', () => {
  const release = (reason: string, match = { gapId, reservationId }) => ({
    stream: `gap-${match.gapId}`,
    type: 'ReleaseGap',
    data: { ...match, pledgeId, reason },
  });

  it.each(['MatchRefused', 'MatchReleased', 'SelectionDeclined'])('%s', async (type) => {
    const event = recorded({ type, data: { pledgeId, gapId, reservationId, reason: 'r' } }, 1);
    expect(await commandsOf(releaseReservation, event)).toEqual([release(type)]);
  });

  it.each([
    'PledgeWithdrawn',
    'PledgeLapsed',
    'PledgeSplit',
    'PledgeMergedInto',
    'PledgeSuperseded',
    'UnitRepatriated',
  ])('%s ends every match', async (type) => {
    const data = { pledgeId, children: [], endedMatches: [{ gapId, reservationId }, other] };
    expect(await commandsOf(releaseReservation, recorded({ type, data }, 1))).toEqual([
      release(type),
      release(type, other),
    ]);
    expect(
      await commandsOf(releaseReservation, recorded({ type, data: { ...data, endedMatches: [] } }, 1)),
    ).toEqual([]);
  });
});

describe('what a visit found', () => {
  const outcomes = [
    { pledgeId, outcome: 'SUCCESSFUL', recommendations: ['Confidential'] },
    { pledgeId: id(12), outcome: 'NOT_SUCCESSFUL', recommendations: [] },
  ];
  const note = (unit: string, outcome: string, purpose: string, agreementReference: string | null) => ({
    stream: `pledge-${unit}`,
    type: 'NoteVisitOutcome',
    data: { pledgeId: unit, visitId, purpose, outcome, conductedOn: '2025-02-01', agreementReference },
  });

  it('is noted on each pledge, without the report', async () => {
    const data = { visitId, conductedOn: '2025-02-01', outcomes, reportReference: 'AAV/1' };
    expect(await commandsOf(noteVisitOutcome, recorded({ type: 'AavOutcomeRecorded', data }, 2))).toEqual([
      note(pledgeId, 'SUCCESSFUL', 'AAV', null),
      note(id(12), 'NOT_SUCCESSFUL', 'AAV', null),
    ]);
  });

  it('of a verification is noted with its agreement', async () => {
    const data = { visitId, conductedOn: '2025-02-01', outcomes, agreementReference: 'RDL/1' };
    expect(
      await commandsOf(noteVisitOutcome, recorded({ type: 'RdlVerificationRecorded', data }, 2)),
    ).toEqual([note(pledgeId, 'SUCCESSFUL', 'RDL', 'RDL/1'), note(id(12), 'NOT_SUCCESSFUL', 'RDL', 'RDL/1')]);
  });
});

describe('together, on the log', () => {
  const visited = async () => {
    const store = openLog(NOW);
    const process = startProcess(store);
    await registerUnit(process.pledges, pledgeId);
    const event = {
      type: 'AavOutcomeRecorded',
      data: {
        visitId,
        conductedOn: '2025-02-01',
        outcomes: [{ pledgeId, outcome: 'SUCCESSFUL', recommendations: [] }],
        reportReference: 'AAV/1',
      },
    };
    const {
      stream: _,
      revision: _revision,
      position: _position,
      recordedAt: _at,
      ...made
    } = recorded(event, 0);
    const metadata = { ...made.metadata, occurredOn: '2025-02-01' };
    await store.append(`visit-${visitId}`, 'no-stream', [{ ...made, id: id(400), metadata }]);
    return { store, process };
  };

  it('an outcome reaches the pledge once, however often it is delivered', async () => {
    const { store, process } = await visited();
    await process.settle();
    await startProcess(store).settle();
    const noted = (await typesOf(store, `pledge-${pledgeId}`)).filter((type) => type === 'VisitOutcomeNoted');
    expect(noted).toHaveLength(1);
  });

  it('a refusal is logged with codes and ids, and the rest goes on', async () => {
    const { store, process } = await visited();
    await act(
      process.pledges,
      'WithdrawPledge',
      { pledgeId, reason: 'Elsewhere', source: null },
      { role: 'MS', onBehalfOf: 'KOR', on: '2025-02-02' },
    );
    const written = (await wholeLog(store)).length;
    await process.settle();
    expect(await wholeLog(store)).toHaveLength(written);
    expect(process.log.lines).toEqual([
      {
        level: 'warn',
        fields: {
          policy: 'note-visit-outcome',
          eventId: id(400),
          stream: `pledge-${pledgeId}`,
          command: 'NoteVisitOutcome',
          code: 'WRONG_ORDER',
        },
      },
    ]);
  });
});
