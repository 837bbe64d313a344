/** The slice starts in a process that provides what the runtime does, and its doors lead to the log. */
import { Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { CommandRequest, Role } from '@pledgeline/contracts';
import { CLOCK, EVENT_STORE, LOG, OPEN_VIEWS, SIMULATED_TIME } from '@pledgeline/event-sourcing';
import type { EventStore } from '@pledgeline/event-sourcing';
import { pledgeCommands } from '@pledgeline/pledge';
import { GapsController } from './gaps/gaps.controller.ts';
import { OperationsController } from './due-work/operations.controller.ts';
import { SelectionController } from './selection/selection.controller.ts';
import { id, registerUnit } from './testing/a-unit.ts';
import { keptLog, NOW, request, wholeLog } from './testing/a-world.ts';
import { openLog, openViews } from './testing/log-and-views.ts';
import { VerificationConsumer } from './verification.consumer.ts';
import { VerificationModule } from './verification.module.ts';
import { VisitsController } from './readiness/visits.controller.ts';

@Module({})
class Infrastructure {}

const start = async (store: EventStore) => {
  const provided = [
    { provide: EVENT_STORE, useValue: store },
    { provide: OPEN_VIEWS, useValue: openViews },
    { provide: CLOCK, useValue: () => NOW },
    { provide: LOG, useValue: keptLog() },
    { provide: SIMULATED_TIME, useValue: null },
  ];
  const infrastructure = { global: true, module: Infrastructure, providers: provided, exports: provided };
  const app = await Test.createTestingModule({ imports: [infrastructure, VerificationModule] }).compile();
  await app.init();
  return app;
};

const by = (n: number, role: Role): CommandRequest => {
  const commandContext = request(n, { role });
  return { caller: commandContext.caller, commandContext };
};
const idIn = ({ location }: { readonly location: string }): string => location.split('/').at(-1) ?? '';

it('a unit is visited, and a gap finds it', async () => {
  const store = openLog(NOW);
  await registerUnit(pledgeCommands(store), id(11));
  const app = await start(store);
  const consumer = app.get(VerificationConsumer);
  const visits = app.get(VisitsController);
  const dates = { from: '2025-02-01', to: '2025-02-02' };

  const scheduled = await visits.schedule(
    { ...dates, purpose: 'AAV', mode: 'REMOTE', memberState: 'South Korea', units: [id(11)] },
    by(1, 'SFGC'),
  );
  expect(scheduled).toMatchObject({ created: true, revision: 0 });
  await consumer.project(await wholeLog(store));
  const again = { ...dates, purpose: 'AAV' as const, mode: 'REMOTE' as const, units: [id(11)] };
  await expect(visits.schedule(again, by(2, 'SFGC'))).rejects.toMatchObject({ code: 'UNIT_IN_OPEN_VISIT' });

  await visits.conduct(idIn(scheduled), dates, by(3, 'SFGC'));
  const outcomes = [{ pledgeId: id(11), outcome: 'SUCCESSFUL' as const }];
  await visits.recordOutcome(idIn(scheduled), { outcomes, reportReference: 'AAV/1' }, by(4, 'SFGC'));
  await consumer.answer(await wholeLog(store));

  const need = { mission: 'MINUSCA', capabilityCode: 'INF-BN', number: 1, priority: 'HIGH' as const };
  const gap = await app.get(GapsController).publish(need, by(5, 'MISSION'));
  const match = { gapId: idIn(gap), quantity: 1 };
  await app.get(SelectionController).match(id(11), match, by(6, 'SFGC'));
  expect((await wholeLog(store)).slice(-7).map(({ type }) => type)).toEqual([
    'AavScheduled',
    'AavConducted',
    'AavOutcomeRecorded',
    'VisitOutcomeNoted',
    'GapPublished',
    'GapReserved',
    'PledgeMatched',
  ]);
  await app.close();
});

it('a repeat of a scheduling under its key is answered as the first time', async () => {
  const store = openLog(NOW);
  await registerUnit(pledgeCommands(store), id(11));
  const app = await start(store);
  const visits = app.get(VisitsController);
  const body = {
    purpose: 'AAV' as const,
    from: '2025-02-01',
    to: '2025-02-02',
    mode: 'REMOTE' as const,
    units: [id(11)],
  };
  const first = await visits.schedule(body, by(1, 'SFGC'));
  await app.get(VerificationConsumer).project(await wholeLog(store));
  expect(await visits.schedule(body, by(1, 'SFGC'))).toEqual({ ...first, repeated: true, created: false });
  await app.close();
});

it('operators may have the due work done, for no day that is still to come', async () => {
  const app = await start(openLog(NOW));
  const operations = app.get(OperationsController);
  const run = async (role: Role, today?: string) => operations.run({ today: today ?? null }, by(1, role));
  expect(await run('ADMIN')).toEqual({ downgraded: 0, lapsed: 0, reminded: 0, refused: 0 });
  expect(await run('SYSTEM', '2025-03-01')).toMatchObject({ refused: 0 });
  await expect(run('ADMIN', '2025-03-02')).rejects.toMatchObject({ code: 'DATE_IN_FUTURE' });
  await app.close();
});
