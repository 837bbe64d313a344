import { REGISTERS } from '@pledgeline/contracts';
import type { DataOf, RegisterName } from '@pledgeline/contracts';
import { specFor } from '@pledgeline/event-sourcing/testing';
import { register } from './register.ts';

const given = specFor(register);
const desk = { role: 'DESK' };

const accra = {
  register: 'texts' as const,
  code: 'ACCRA-2023',
  name: 'Accra Declaration',
  aliases: ['Declaration of Accra'],
  kind: null,
  from: null,
  to: null,
  source: 'Ministerial of 2023',
};
const added = { type: 'NameAdded' as const, data: accra };
const adding = (changes: Partial<DataOf<'NameAdded'>> = {}) => ({
  type: 'AddName' as const,
  data: { ...accra, ...changes },
});
const aliasing = (alias: string, code = 'KIGALI', of: RegisterName = 'texts') => ({
  type: 'AddAlias' as const,
  data: { register: of, code, alias, source: 'A speech' },
});
const aliased = (alias: string, code = 'KIGALI', of: RegisterName = 'texts') => ({
  type: 'AliasAdded' as const,
  data: aliasing(alias, code, of).data,
});
const withdrawing = (alias: string, code = 'KIGALI', of: RegisterName = 'texts') => ({
  type: 'WithdrawAlias' as const,
  data: { register: of, code, alias, reason: 'By mistake' },
});

describe('a new thing', () => {
  it('is known from then on, under all of its names', () => {
    given().when(adding(), desk).then(added);
    for (const name of ['accra declaration', 'DECLARATION  OF ACCRA', 'accra-2023'])
      given(added).when(aliasing(name, 'ACCRA-2023'), desk).thenNothing();
  });

  it.each([
    ['code', { code: 'KIGALI' }, 'NAME_EXISTS'],
    ['code', { code: 'VANCOUVER-PRINCIPLES' }, 'NAME_TAKEN'],
    ['name', { name: 'The Kigali principles' }, 'NAME_TAKEN'],
    ['aliases', { aliases: ['Accra', 'SEA compact'] }, 'NAME_TAKEN'],
  ])('is refused where its %s means another: %j', (field, changes, code) => {
    const { details } = given().when(adding(changes), desk).thenRejected(code);
    expect(details).toMatchObject({ field, other: { code: expect.any(String) as unknown } });
  });

  it('is entered once, and not in a register that is part of the program', () => {
    given(added).when(adding(), desk).thenRejected('NAME_EXISTS');
    const open = ['texts', 'bodies', 'centres', 'ministries'];
    for (const one of REGISTERS) {
      const when = given().when(adding({ register: one }), desk);
      if (open.includes(one)) when.thenTypes('NameAdded');
      else when.thenRejected('REGISTER_CLOSED');
    }
  });
});

describe('another name', () => {
  it.each([
    ['texts', 'KIGALI', 'Principles adopted in Kigali'],
    ['bodies', 'PBF', 'Peace consolidation fund'],
    ['centres', 'KAIPTC', 'The Accra centre'],
    ['ministries', 'DEFENCE', 'Ministry of War'],
    ['measures', 'AP-COUNTER-IED', 'Against bombs'],
    ['priorities', 'a4p-women', 'Women first'],
    ['tools', 'CPAS', 'The assessment system'],
    ['states', 'CIV', 'The ivory republic'],
  ] as const)('in %s means %s from then on', (of, code, alias) => {
    given()
      .when(aliasing(alias, code, of), desk)
      .then(aliased(alias, code, of));
    given(aliased(alias, code, of))
      .when(aliasing(alias.toUpperCase(), code, of), desk)
      .thenNothing();
  });

  it.each([
    ['texts', 'KIGALI', 'Vancouver principles', 'VANCOUVER'],
    ['texts', 'A4P', 'A4P+', 'A4P-PLUS'],
    ['bodies', 'ELSIE', 'UN Peacebuilding Fund', 'PBF'],
    ['states', 'CIV', 'Ghana', 'GHA'],
    ['states', 'KOR', 'Korea', 'PRK'],
  ] as const)('in %s is refused to %s where it means another: %s', (of, code, alias, other) => {
    const { details, message } = given()
      .when(aliasing(alias, code, of), desk)
      .thenRejected('NAME_TAKEN');
    expect(details).toMatchObject({ field: 'alias', other: { code: other }, wanted: { code } });
    expect(message).toContain(`(${other})`);
    expect(message).toContain(`(${code})`);
  });

  it('is refused where the desk gave it to another', () => {
    const { details } = given(aliased('The 18 principles'))
      .when(aliasing('the 18 principles', 'VANCOUVER'), desk)
      .thenRejected('NAME_TAKEN');
    expect(details).toMatchObject({ other: { code: 'KIGALI' }, wanted: { code: 'VANCOUVER' } });
  });

  it('is not taken for what nobody knows, nor in another register', () => {
    expect(given().when(aliasing('X', 'KIGALY'), desk).thenRejected('NAME_NOT_FOUND').details).toEqual({
      field: 'code',
      nearest: ['KIGALI'],
    });
    given().when(aliasing('X', 'PBF'), desk).thenRejected('NAME_NOT_FOUND');
    given()
      .when(aliasing('X', 'XXX', 'states'), desk)
      .thenRejected('NAME_NOT_FOUND');
  });

  it('of a state has letters', () => {
    given()
      .when(aliasing('…', 'CIV', 'states'), desk)
      .thenRejected('ALIAS_UNREADABLE');
  });
});

describe('what was added by mistake', () => {
  it('is taken back in any spelling, and may mean another then', () => {
    const entered = aliased('The 18 principles');
    const [gone] = given(entered).when(withdrawing('the 18 PRINCIPLES'), desk).events();
    expect(gone).toMatchObject({ type: 'AliasWithdrawn', data: { alias: 'The 18 principles' } });
    const taken = { type: 'AliasWithdrawn' as const, data: withdrawing('The 18 principles').data };
    given(entered, taken).when(aliasing('The 18 principles', 'VANCOUVER'), desk).thenTypes('AliasAdded');
    given(entered, taken).when(withdrawing('The 18 principles'), desk).thenRejected('ALIAS_NOT_ENTERED');
  });

  it('is no name that everybody knows', () => {
    given().when(withdrawing('Kigali Principles'), desk).thenRejected('ALIAS_NOT_ENTERED');
  });
});

it.each([
  'MS',
  'PARTNER',
  'IMPL',
  'SFGC',
  'FGS',
  'PD',
  'DOS',
  'EVAL',
  'MISSION',
  'ADMIN',
  'AUDITOR',
  'PUBLIC',
])('%s does not keep the registers', (role) => {
  for (const command of [adding(), aliasing('X'), withdrawing('X')])
    given().when(command, { role, onBehalfOf: 'GHA' }).thenRejected('FORBIDDEN');
});
