import fc from 'fast-check';
import { memberState } from './member-state.ts';
import { mission, missions, nearestMissions, resolveMission } from './mission.ts';
import { unknownMission } from './unknown-mission.ts';

it.each([
  ['MONUSCO', 'MONUSCO'],
  ['monusco', 'MONUSCO'],
  [' Monusco ', 'MONUSCO'],
  ['UN mission in South Sudan', 'UNMISS'],
  ['United Nations Mission in South Sudan', 'UNMISS'],
  ['the U.N. Mission in South Sudan (UNMISS)', 'UNMISS'],
  ['MINUSS', 'UNMISS'],
  ['UN Multidimensional Integrated Stabilisation Mission in Mali', 'MINUSMA'],
  ['united nations operation in cote d\u2019ivoire', 'UNOCI'],
  ['ONUCI', 'UNOCI'],
  ['UN mission in the DRC', 'MONUSCO'],
  ['FINUL', 'UNIFIL'],
  ['UNEF', 'UNEF-I'],
  ['unef-ii', 'UNEF-II'],
  ['UNAMID', 'UNAMID'],
  ['AU Mission in Somalia', 'AMISOM'],
  ['African Union Mission in Somalia', 'AMISOM'],
  ['UN Assistance Mission in Afghanistan', 'UNAMA'],
  ['Regional Service Centre in Entebbe', 'RSCE'],
  ['UN Headquarters', 'UNHQ'],
])('"%s" is %s', (written, code) => expect(resolveMission(written)).toBe(code));

/** Names that two missions bore: the one that goes on is meant, and where both are closed neither. */
const SHARED: ReadonlyMap<string, string | undefined> = new Map([
  ['United Nations Mission in the Central African Republic', 'MINUSCA'],
  ['UN mission in the Central African Republic', 'MINUSCA'],
  ['United Nations Mission in Colombia', 'UNVMC'],
  ['UN mission in Colombia', 'UNVMC'],
  ['United Nations Office in Burundi', undefined],
]);
it.each([...SHARED])('"%s", which several bore, is %s', (written, code) =>
  expect(resolveMission(written)).toBe(code),
);

it.each([
  ['MONUSKO'],
  ['MISSION'],
  ['UN'],
  [''],
  ['a mission to be agreed'],
  ['UNMISS (MINUSCA)'],
  ['constructor'],
])('"%s" is none, and is not guessed', (written) => expect(resolveMission(written)).toBeUndefined());

it.each([
  ['MONUSKO', ['MONUSCO']],
  ['MINUSKA', ['MINUSCA', 'MINUSMA']],
  ['UNMIS S', ['UNMISS', 'UNMIS']],
  ['United Nations Mission in South Sudn', ['UNMISS']],
  ['Atlantis', []],
])('nearest to "%s" are %j', (written, nearest) =>
  expect(nearestMissions(written).slice(0, nearest.length || 1)).toEqual(nearest),
);

it('what the desk enters is found by code, name and alias, and takes no name that everybody knows', () => {
  const added = [{ code: 'UNSOH', name: 'UN Support Office in Haiti', aliases: ['BANUH', 'UNMISS'] }];
  for (const written of ['unsoh', 'United Nations Support Office in Haiti', 'Banuh'])
    expect(resolveMission(written, added)).toBe('UNSOH');
  expect(resolveMission('UNMISS', added)).toBe('UNMISS');
  expect(nearestMissions('UNSOHA', added)).toContain('UNSOH');
});

it('a refusal names the field and what may have been meant', () => {
  const refused = unknownMission('mission', 'MONUSKO');
  expect(refused).toMatchObject({
    code: 'UNKNOWN_MISSION',
    message: 'No mission is known as "MONUSKO". Nearest: MONUSCO.',
    details: { field: 'mission', nearest: ['MONUSCO'] },
  });
  expect(unknownMission('mission', 'Atlantis').message).toContain('GET /missions');
});

describe('the register', () => {
  it('has the 70 peacekeeping operations from UNTSO to MINUJUSTH and beyond, each once', () => {
    expect(missions.filter(({ kind }) => kind === 'PEACEKEEPING')).toHaveLength(70);
    expect(new Set(missions.map(({ code }) => code)).size).toBe(missions.length);
  });

  it('gives every code one meaning, and every name that of a mission which bears it, or none', () => {
    for (const { code, name, aliases } of missions) {
      expect(resolveMission(code)).toBe(code);
      for (const one of [name, ...aliases].filter((each) => !SHARED.has(each)))
        expect([one, resolveMission(one)]).toEqual([one, code]);
    }
  });

  it('names states that exist, and no end before its beginning', () => {
    for (const { opened, closed, closesOn, hostStates } of missions) {
      for (const state of hostStates) expect(memberState(state)?.code).toBe(state);
      expect((closed ?? closesOn ?? '9999') > opened.slice(0, 4)).toBe(true);
      expect(closed === null || closesOn === null).toBe(true);
    }
  });

  it.each([
    ['UNTSO', { opened: '1948-05-29', closed: null }],
    ['UNAMID', { closed: '2020-12-31', hostStates: ['SDN'] }],
    ['MINUSMA', { closed: '2023-12-31', kind: 'PEACEKEEPING' }],
    ['UNIFIL', { closesOn: '2026-12-31', closed: null }],
    ['UNAMA', { kind: 'POLITICAL' }],
    ['AMISOM', { kind: 'SUPPORTED' }],
  ])('knows %s', (code, facts) => expect(mission(code)).toMatchObject(facts));
});

it('case, accents and blanks around make no difference to any name', () => {
  const names = missions.flatMap(({ code, name, aliases }) =>
    [code, name, ...aliases].filter((one) => !SHARED.has(one)).map((one) => ({ one, code })),
  );
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.array(fc.boolean()), ({ one, code }, upper) => {
      const changed = Array.from(one, (letter, n) =>
        upper[n % upper.length] ? letter.toUpperCase() : letter.toLowerCase(),
      );
      expect(resolveMission(` ${changed.join('')}  `)).toBe(code);
    }),
  );
});
