/**
 * One register of names: what the desk adds to what everybody knows. A name means one thing; what a name meant stays where the past
 * is asked for. Accountability page, section 14.
 */
import {
  impossible,
  memberState,
  mustBeSentBy,
  nameKey,
  namesAfter,
  registerOf,
  statesNamed,
} from '@pledgeline/contracts';
import type { DataOf, NameEntered, RegisterEvent, RegisterName } from '@pledgeline/contracts';
import { Rejected } from '@pledgeline/event-sourcing';
import type { Command, Decider } from '@pledgeline/event-sourcing';
import { mustTakeNew, REGISTER_KEEPERS } from '@pledgeline/pledge';

export type RegisterCommand =
  | Command<'AddName', DataOf<'NameAdded'>>
  | Command<'AddAlias', DataOf<'AliasAdded'>>
  | Command<'WithdrawAlias', DataOf<'AliasWithdrawn'>>;

export type Register = readonly NameEntered[];

/** The codes of everything that a name may mean: none for an unknown one, several for one that states share. */
export const meaningsIn = (register: RegisterName, written: string, names: Register): readonly string[] => {
  if (register === 'states') return statesNamed(written, names);
  const code = registerOf(register).resolve(written, names);
  return code === undefined ? [] : [code];
};

/** What a code bears; undefined where the register does not know it. */
const bearerOf = (register: RegisterName, code: string, names: Register): Bearer | undefined => {
  const known = register === 'states' ? memberState(code) : registerOf(register).find(code);
  const entry = names.find((one) => one.code === code)?.entry;
  return known ?? entry ?? undefined;
};

interface Bearer {
  readonly code: string;
  readonly name: string;
}

const addName = (data: DataOf<'NameAdded'>, names: Register): readonly RegisterEvent[] => {
  const { register, code, name, aliases } = data;
  mustTakeNew(register);
  const known = bearerOf(register, code, names);
  if (known !== undefined) {
    throw new Rejected(
      'conflict',
      'NAME_EXISTS',
      `${code} is in the register: ${known.name}. Add an alias.`,
      {
        field: 'code',
        other: { code: known.code, name: known.name },
      },
    );
  }
  mustBeFree('code', code, data, names);
  mustBeFree('name', name, data, names);
  for (const alias of aliases) mustBeFree('aliases', alias, data, names);
  return [{ type: 'NameAdded', data }];
};

/** Said twice, done once. */
const addAlias = (data: DataOf<'AliasAdded'>, names: Register): readonly RegisterEvent[] => {
  const { register, code, alias } = data;
  const { name } = mustBeKnown(register, code, names);
  if (register === 'states' && nameKey(alias) === '') {
    throw new Rejected('invalid', 'ALIAS_UNREADABLE', 'An alias has letters or digits.', { field: 'alias' });
  }
  mustBeFree('alias', alias, { register, code, name }, names);
  return meaningsIn(register, alias, names).includes(code) ? [] : [{ type: 'AliasAdded', data }];
};

/** The alias goes as it was entered, in whatever spelling it is named now. */
const withdrawAlias = (data: DataOf<'AliasWithdrawn'>, names: Register): readonly RegisterEvent[] => {
  const { register, code, alias } = data;
  mustBeKnown(register, code, names);
  const keyOf = register === 'states' ? nameKey : registerOf(register).keyOf;
  const entered = (names.find((one) => one.code === code)?.aliases ?? []).filter(
    (one) => keyOf(one) === keyOf(alias),
  );
  if (entered.length === 0) {
    throw new Rejected('conflict', 'ALIAS_NOT_ENTERED', `"${alias}" is no name that was added to ${code}.`, {
      field: 'alias',
      allowed: names.find((one) => one.code === code)?.aliases ?? [],
    });
  }
  return entered.map((one) => ({ type: 'AliasWithdrawn', data: { ...data, alias: one } }));
};

const mustBeKnown = (register: RegisterName, code: string, names: Register): Bearer => {
  const known = bearerOf(register, code, names);
  if (known !== undefined) return known;
  throw new Rejected('missing', 'NAME_NOT_FOUND', `There is no ${code} in the register of ${register}.`, {
    field: 'code',
    nearest: register === 'states' ? [] : registerOf(register).nearest(code, names),
  });
};

type Wanting = Bearer & { readonly register: RegisterName };

/** @throws {Rejected} NAME_TAKEN, with what the name means and what it was to mean. */
const mustBeFree = (
  field: string,
  written: string,
  { register, code, name }: Wanting,
  names: Register,
): void => {
  const [other] = meaningsIn(register, written, names).filter((one) => one !== code);
  if (other === undefined) return;
  const { name: bears = other } = bearerOf(register, other, names) ?? {};
  throw new Rejected(
    'conflict',
    'NAME_TAKEN',
    `"${written}" means ${bears} (${other}) already. It cannot mean ${name} (${code}) too.`,
    { field, other: { code: other, name: bears }, wanted: { code, name } },
  );
};

export const register: Decider<Register, RegisterCommand, RegisterEvent> = {
  initialState: () => [],
  evolve: namesAfter,
  decide: (command, names) => {
    mustBeSentBy(command, REGISTER_KEEPERS);
    switch (command.type) {
      case 'AddName':
        return addName(command.data, names);
      case 'AddAlias':
        return addAlias(command.data, names);
      case 'WithdrawAlias':
        return withdrawAlias(command.data, names);
      default:
        return impossible(command);
    }
  },
};
