/** What the desk has entered in each register of names: with what everybody knows it makes the register. */
import { namesAfter, type NameEntered, type RegisterEvent, type RegisterName } from '@pledgeline/contracts';
import { forEverybody, viewOf } from '../visibility/view.ts';

export interface RegisterNamesRow {
  readonly register: RegisterName;
  readonly names: readonly NameEntered[];
  readonly revision: number;
}

export const REGISTER_NAMES = 'register-names';

export const registerNames = viewOf<RegisterNamesRow, RegisterEvent>({
  name: REGISTER_NAMES,
  version: 1,
  category: 'register',
  columns: {},
  apply: (row, event) => ({
    register: event.data.register,
    names: namesAfter(row?.names ?? [], event),
    revision: event.revision,
  }),
  readers: forEverybody,
});
