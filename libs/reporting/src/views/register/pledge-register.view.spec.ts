import { aLog, id, type Log } from '../../testing/a-log.ts';
import {
  acknowledge,
  announce,
  attainL2,
  deploy,
  noteAav,
  register,
  signMou,
  withdraw,
} from '../../testing/a-pledge.ts';
import { pledgeRegister } from './pledge-register.view.ts';
import type { RegisterRow } from './register-row.ts';

const given = (tell: (log: Log) => void): RegisterRow => {
  const log = aLog();
  tell(log);
  let row: RegisterRow | undefined;
  for (const event of log.events) row = pledgeRegister.projection.apply(row, event);
  return row!;
};

const columns = (row: RegisterRow) =>
  Object.fromEntries(
    Object.entries(pledgeRegister.projection.columns).map(([name, valueOf]) => [name, valueOf(row)]),
  );

describe('the row of a pledge', () => {
  it('is the pledge as its history leaves it, with the revision of the last event', () => {
    const row = given((log) => {
      announce(log, 'one');
      acknowledge(log, 'one', '2026-01-05');
    });
    expect(row.pledge).toMatchObject({ pledgeId: id('one'), status: 'ACKNOWLEDGED', memberState: 'BGD' });
    expect(row.revision).toBe(1);
    expect(row.statusSince).toBe('2026-01-05');
  });

  it('says since when the present status lasts, whatever else happened since', () => {
    const row = given((log) => {
      announce(log, 'one', {}, { on: '2025-12-01' });
      acknowledge(log, 'one', '2026-01-05');
      log.add(
        'one',
        'ClarificationRequested',
        { pledgeId: id('one'), clarificationId: 'c' },
        { on: '2026-02-01' },
      );
    });
    expect(row.statusSince).toBe('2026-01-05');
  });

  it('has for each reader the last word that this reader may read, whatever the Secretariat did', () => {
    const row = given((log) => {
      announce(log, 'one', {}, { on: '2025-12-01' });
      attainL2(log, 'one', '2026-03-05');
      const said = { pledgeId: id('one') };
      const bgd = { role: 'MS', state: 'BGD' };
      log.add('one', 'CaveatDeclared', said, { on: '2026-01-05', ...bgd }); // for states
      log.add('one', 'ClarificationProvided', said, { on: '2026-02-01', ...bgd }); // for the Secretariat
    });
    expect(row.lastWordIn).toEqual({
      PUBLIC: { on: '2025-12-01', by: 'STATE' },
      MEMBER_STATES: { on: '2026-01-05', by: 'STATE' },
    });
    expect(row.pledge.lastWord).toEqual({ on: '2026-02-01', by: 'STATE' });
    expect(row.pledge.lastActivityOn).toBe('2026-03-05');
  });

  it('takes the day of recording where no source gives a date', () => {
    const row = given((log) =>
      announce(log, 'one', {}, { on: null, recordedAt: '2026-03-01T23:30:00.000Z' }),
    );
    expect(row.statusSince).toBe('2026-03-01');
    expect(columns(row)['dueOn']).toBe('2027-03-01 0mm8dub40');
  });

  it('keeps the day of each question until it is answered', () => {
    const row = given((log) => {
      announce(log, 'one');
      for (const clarificationId of ['c1', 'c2']) {
        const question = {
          pledgeId: id('one'),
          clarificationId,
          question: '?',
          field: null,
          blocking: false,
        };
        log.add('one', 'ClarificationRequested', { ...question, dueOn: '2026-02-01' }, { on: '2026-01-10' });
      }
      log.add('one', 'ClarificationProvided', { pledgeId: id('one'), clarificationId: 'c1', answer: '!' });
    });
    expect(row.asked).toEqual([{ clarificationId: 'c2', on: '2026-01-10' }]);
  });

  it('remembers the first day of a level that was lost and reached again', () => {
    const row = given((log) => {
      announce(log, 'one');
      register(log, 'one', '2026-01-20');
      attainL2(log, 'one', '2026-03-01');
      log.add('one', 'LevelDowngraded', {
        pledgeId: id('one'),
        from: 'L2',
        level: 'L1',
        reason: 'VISIT_EXPIRED',
      });
      attainL2(log, 'one', '2026-09-01');
    });
    expect(row.levelReachedOn).toEqual({ L2: '2026-03-01' });
  });
});

describe('its columns', () => {
  it('say what can be asked for', () => {
    const row = given((log) => {
      announce(log, 'one', { conference: '2021-seoul', reference: '2021-seoul/BGD/INF-BN-1' });
      register(log, 'one', '2026-01-20');
    });
    expect(columns(row)).toEqual({
      acts: null,
      alike: 'BGD INF-BN 2026-01-01 0mjuohs00',
      offer: '["BGD","2021-seoul","INF-BN",null,null,null,null,null] STANDS 2026-01-01 0mjuohs00',
      announcedOn: '2026-01-01 0mjuohs00',
      joins: null,
      findings: null,
      ledTo: null,
      need: null,
      partOfUnit: null,
      lastWordOn: '2026-01-01 0mjuohs00',
      lastWordAmongStates: '2026-01-01 0mjuohs00',
      lastWordInPublic: '2026-01-01 0mjuohs00',
      words: expect.stringContaining('Infantry battalion') as string,
      candidate: 'INF-BN BGD 2021-seoul/BGD/INF-BN-1',
      caveats: '',
      renews: null,
      named: null,
      repeat: null,
      missing: 'HOW_MANY BY_WHEN',
      missingInPublic: 'HOW_MANY BY_WHEN',
      missions: null,
      countsAgainst: null,
      themes: 'poc safety-security',
      partnership: null,
      states: 'BGD',
      stateAndReference: 'BGD 2021-seoul/BGD/INF-BN-1',
      statusSince: '2026-01-20 0mjuohs00',
      track: 'CAPABILITY',
      uncheckedOffer: null,
      reference: '2021-seoul/BGD/INF-BN-1',
      conference: '2021-seoul',
      memberState: 'BGD',
      kind: 'INF-BN',
      standing: 'REGISTERED/L1',
      dueOn: '2027-01-01 0mjuohs00',
    });
  });

  it('have the category of a pledge that names no capability', () => {
    expect(columns(given((log) => announce(log, 'one', { capabilityCode: null }))).kind).toBe('UNIT');
  });

  it('are due on the earliest of what is due', () => {
    const asked = (dueOn: string) => (log: Log) => {
      announce(log, 'one');
      register(log, 'one', '2026-01-20');
      const question = {
        pledgeId: id('one'),
        clarificationId: 'c',
        question: '?',
        field: null,
        blocking: false,
      };
      log.add('one', 'ClarificationRequested', { ...question, dueOn });
    };
    expect(columns(given(asked('2026-02-15'))).dueOn).toBe('2026-02-15 0mjuohs00');
    expect(columns(given(asked('2028-02-15'))).dueOn).toBe('2027-01-01 0mjuohs00'); // a word of the state
  });

  it('ask a deployed unit for nothing before its promised time is over', () => {
    const row = given((log) => {
      announce(log, 'one');
      register(log, 'one', '2026-01-20');
      noteAav(log, 'one', '2026-02-01', '2028-02-01');
      attainL2(log, 'one', '2026-02-02');
      signMou(log, 'one', '2026-06-01', '2026-12-31');
      deploy(log, 'one', '2026-07-01');
    });
    expect(columns(row).dueOn).toBe('2026-12-31 0mjuohs00');
  });

  it('have nothing due of a pledge that has ended', () => {
    const row = given((log) => {
      announce(log, 'one');
      withdraw(log, 'one', '2026-02-01');
    });
    expect(columns(row)).toMatchObject({ standing: 'WITHDRAWN/', dueOn: null });
  });
});
