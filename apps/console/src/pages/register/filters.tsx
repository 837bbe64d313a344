/** The filters of the register: a form of the platform's own fields, whose values become the address. */
import type { SyntheticEvent } from 'react';
import { useLocation } from 'wouter';
import { addressOf } from '../../addresses/addresses.ts';
import { MANY, registerAddress, registerSearchIn } from '../../addresses/register-search.ts';
import type { ManyName, RegisterSearch } from '../../addresses/register-search.ts';
import { CATEGORY_NAMES, LEVEL_NAMES, PART_NAMES, STATUS_NAMES } from '../../words/codes.data.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import { entriesOf } from '../../words/names.ts';
import { say } from '../../words/words.ts';
import { valueName } from './value-name.ts';

const codesOf = (list: string): readonly string[] => entriesOf(list).map(([code]) => code);

const CHOICES: Readonly<Partial<Record<ManyName, readonly string[]>>> = {
  conference: [...codesOf('conference'), 'none'],
  memberState: codesOf('state'),
  category: Object.keys(CATEGORY_NAMES),
  status: Object.keys(STATUS_NAMES).filter((status) => status !== 'VOID'),
  level: Object.keys(LEVEL_NAMES),
  missing: Object.keys(PART_NAMES).filter((part) => part !== 'BASELINE'),
};
const SORTS = {
  reference: '',
  memberState: 'memberState',
  announced: '-announcedOn',
  lastWord: 'lastWordOn',
} as const;

export const Filters = ({ search }: { readonly search: RegisterSearch }) => {
  const [, navigate] = useLocation();
  const words = say().register;
  const show = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = [...new FormData(event.currentTarget)].map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : '',
    ]);
    // Filters that have no field of their own stay on.
    const kept = MANY.filter((name) => CHOICES[name] === undefined).flatMap((name) =>
      (search[name] ?? []).map((value) => [name, value]),
    );
    navigate(registerAddress(registerSearchIn(new URLSearchParams([...typed, ...kept]).toString())));
  };
  return (
    <form className="filters" role="search" aria-label={words.filters} onSubmit={show}>
      <label>
        {words.search}
        <input type="search" name="q" id="search" defaultValue={search.q ?? ''} maxLength={200} />
      </label>
      {Object.entries(CHOICES).map(([name, codes]) => (
        <Choice key={name} name={name as ManyName} codes={codes} chosen={search[name as ManyName] ?? []} />
      ))}
      <label>
        {words.fields.lastWordTo}
        <input name="lastWordTo" defaultValue={search.lastWordTo ?? ''} placeholder="2025-11-30" />
      </label>
      {search.lastWordFrom && <input type="hidden" name="lastWordFrom" value={search.lastWordFrom} />}
      <label>
        {words.sort}
        <select name="sort" defaultValue={search.sort ?? ''}>
          {Object.entries(SORTS).map(([name, value]) => (
            <option key={name} value={value}>
              {words.sorts[name as keyof typeof SORTS]}
            </option>
          ))}
        </select>
      </label>
      <p>
        <button type="submit" className="main">
          {words.apply}
        </button>
        <PlaceLink to={addressOf.register}>{words.clear}</PlaceLink>
      </p>
    </form>
  );
};

interface ChoiceProps {
  readonly name: ManyName;
  readonly codes: readonly string[];
  readonly chosen: readonly string[];
}

/** The first of those that are on is shown; the others stay on, as hidden fields, until each is taken away by its own link. */
const Choice = ({ name, codes, chosen }: ChoiceProps) => (
  <label>
    {say().register.fields[name]}
    <select name={name} defaultValue={chosen[0] ?? ''}>
      <option value="">{say().register.any}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {valueName(name, code)}
        </option>
      ))}
    </select>
    {chosen.slice(1).map((value) => (
      <input key={value} type="hidden" name={name} value={value} />
    ))}
  </label>
);
