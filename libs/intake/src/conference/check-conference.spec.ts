import { ConferenceChecksController } from './conference-checks.controller.ts';
import { conferenceCommands } from './conference-commands.ts';
import { ConferencesController } from './conferences.controller.ts';
import { by } from '../testing/a-request.ts';
import { openLog, wholeLog } from '../testing/log-and-views.ts';

const meeting = {
  code: '2027-nairobi',
  kind: 'summit',
  name: 'Meeting of Chiefs',
  place: 'Nairobi',
  source: 'Programme',
};

const start = () => {
  const store = openLog();
  const conferences = conferenceCommands(store);
  return {
    store,
    checks: new ConferenceChecksController(conferences),
    doors: new ConferencesController(conferences),
  };
};

it('says what a registration would become, and writes nothing', async () => {
  const { store, checks, doors } = start();
  expect(await checks.check(meeting as never, by(1))).toEqual({
    outcome: 'ADDED',
    code: '2027-nairobi',
    fields: [],
  });
  expect(await wholeLog(store)).toEqual([]);
  await doors.register(meeting as never, by(2));
  expect(await checks.check(meeting as never, by(3))).toMatchObject({ outcome: 'UNCHANGED' });
  expect(await checks.check({ ...meeting, place: 'Mombasa' } as never, by(4))).toMatchObject({
    outcome: 'DIFFERS',
    fields: ['place'],
  });
  expect(await wholeLog(store)).toHaveLength(1);
});

it.each([
  ['UNKNOWN_CONFERENCE', { mainConference: '1999-nowhere', kind: 'preparatory' }],
  ['MAIN_CONFERENCE_UNFITTING', { mainConference: '2021-seoul' }],
  ['END_BEFORE_START', { start: '2027-05-13', end: '2027-05-12' }],
])('is refused as the registration would be: %s', async (code, changes) => {
  const { checks, doors } = start();
  const body = { ...meeting, ...changes } as never;
  await expect(checks.check(body, by(1))).rejects.toMatchObject({ code });
  await expect(doors.register(body, by(2))).rejects.toMatchObject({ code });
});

it('is for those who may register', async () => {
  const { checks } = start();
  await expect(checks.check(meeting as never, by(1, 'ADMIN'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
