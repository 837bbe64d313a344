/** The filters of the register: a form of the platform's own fields, whose values become the address. */
import type { SyntheticEvent } from 'react';
import { useLocation } from 'wouter';
import { addressOf } from '../../addresses/addresses.ts';
import { MANY, registerAddress, registerSearchIn } from '../../addresses/register-search.ts';
import type { ManyName, RegisterSearch } from '../../addresses/register-search.ts';
import { CATEGORY_NAMES, LEVEL_NAMES, PART_NAMES, STATUS_NAMES } from '../../words/codes.data.ts';
import type { Answer } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import { number } from '../../words/numbers.ts';
import { entriesOf } from '../../words/names.ts';
import { say } from '../../words/words.ts';
import { valueName } from '../../words/value-name.ts';

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

/** By which the server counts what each value would find; each for every reader. */
export const COUNTED = ['conference', 'memberState', 'category', 'status', 'missing'] as const;

type Facets = Answer<'/pledges'>['facets'];

interface FiltersProps {
  readonly search: RegisterSearch;
  /** Empty until they are counted. */
  readonly facets: Facets;
}

export const Filters = ({ search, facets }: FiltersProps) => {
  const session = useSession();
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
      {Object.entries(CHOICES)
        // Who has not signed in may not ask for levels.
        .filter(([name]) => name !== 'level' || session?.session)
        .map(([name, codes]) => (
          <Choice
            key={name}
            name={name as ManyName}
            codes={codes}
            chosen={search[name as ManyName] ?? []}
            values={facets.find(({ facet }) => facet === name)?.values}
          />
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
  /** Those that some pledge has, and how many; undefined where they are not counted. */
  readonly values: Facets[number]['values'] | undefined;
}

/** The first of those that are on is shown; the others stay on, as hidden fields, until each is taken away by its own link. */
const Choice = ({ name, codes, chosen, values }: ChoiceProps) => (
  <label>
    {say().register.fields[name]}
    <select name={name} defaultValue={chosen[0] ?? ''}>
      <option value="">{say().register.any}</option>
      {optionsOf(codes, chosen, values).map(([code, count]) => (
        <option key={code} value={code}>
          {count === null
            ? valueName(name, code)
            : say().register.counted(valueName(name, code), number(count))}
        </option>
      ))}
    </select>
    {chosen.slice(1).map((value) => (
      <input key={value} type="hidden" name={name} value={value} />
    ))}
  </label>
);

/** What is chosen stays to be seen, also where it finds nothing. */
const optionsOf = (
  codes: readonly string[],
  chosen: readonly string[],
  values: ChoiceProps['values'],
): readonly (readonly [code: string, count: number | null])[] => {
  if (values === undefined) return codes.map((code) => [code, null]);
  const counted = values.map(({ value, count }) => [value, count] as const);
  const others = chosen.filter((code) => !values.some(({ value }) => value === code));
  return [...counted, ...others.map((code) => [code, 0] as const)];
};
