/** The register: every pledge that the reader may see, by the filters in the address. */
import { useSearch } from 'wouter';
import { addressOf, withSearch } from '../../addresses/addresses.ts';
import { filtersOn, registerAddress, registerSearchIn } from '../../addresses/register-search.ts';
import type { RegisterSearch } from '../../addresses/register-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { KeptSelections } from '../../parts/kept-selections.tsx';
import { Newer } from '../../parts/newer.tsx';
import { isNothing, newerRows, rowsInWords } from '../../parts/newer-rows.ts';
import { Page } from '../../parts/page.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useHeld } from '../../parts/use-held.ts';
import { useAsked } from '../../server/api.ts';
import type { Answer, Parameters } from '../../server/api.ts';
import { useSession } from '../../server/session.ts';
import { ANNOUNCES, ANNOUNCES_FOR_OTHERS } from '../../server/who-announces.data.ts';
import { day, number } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';
import { COUNTED, Filters } from './filters.tsx';
import { useFilterFocus } from './use-filter-focus.ts';
import { valueName } from '../../words/value-name.ts';
import { PledgeRows } from '../../parts/pledge-rows.tsx';

type Query = NonNullable<Parameters<'/pledges'>['query']>;

export const Register = () => {
  const search = registerSearchIn(useSearch());
  // What is not possible in it the server names.
  const { of, newer, show } = useHeld(
    useAsked('/pledges', { query: { ...(search as Query), facet: [...COUNTED] } }),
    registerAddress(search),
    (a, b) => isNothing(newerPledges(a.items, b.items)) && a.total === b.total,
  );
  const body = of.data?.body;
  const words = say().register;
  return (
    <Page
      title={words.title}
      wide
      rests={body && { recordedUpTo: body.recordedUpTo, json: withSearch('/pledges', search) }}
    >
      <div className="with-filters">
        <div ref={useFilterFocus(search)}>
          <Filters key={registerAddress(search)} search={search} facets={body?.facets ?? []} />
        </div>
        <section aria-label={words.title}>
          <FiltersOn search={search} />
          <KeptSelections
            address={registerAddress({ ...search, cursor: '' })}
            countOf={(address, isStill) => <Count address={address} isStill={isStill} />}
          />
          <AskedPart of={of}>
            {({ items, total, next }) => (
              <>
                <p className="above-table">
                  <span role="status">{words.total(total, number(total))}</span>
                  <Announce />
                  <a href={withSearch('/pledges', { ...search, cursor: undefined, format: 'csv' })}>
                    {words.csv}
                  </a>
                </p>
                {items.length === 0 ? <p>{words.none}</p> : <PledgeRows items={items} />}
                <p className="pages">
                  {search.cursor !== undefined && (
                    <PlaceLink to={registerAddress({ ...search, cursor: '' })}>{words.first}</PlaceLink>
                  )}
                  {next !== null && (
                    <PlaceLink to={registerAddress({ ...search, cursor: next })}>{words.next}</PlaceLink>
                  )}
                </p>
              </>
            )}
          </AskedPart>
        </section>
      </div>
      <Newer
        text={newer === null || body === undefined ? '' : rowsInWords(newerPledges(body.items, newer.items))}
        onShow={() => show()}
      />
    </Page>
  );
};

const Count = ({ address, isStill }: { readonly address: string; readonly isStill: boolean }) => {
  const search = registerSearchIn(address.split('?')[1] ?? '');
  const query = { ...(search as Query), limit: 1 };
  const total = useAsked('/pledges', { query }, { isStill }).data?.body.total;
  return total === undefined ? null : number(total);
};

type Row = Answer<'/pledges'>['items'][number];

const newerPledges = (before: readonly Row[], after: readonly Row[]) =>
  newerRows(before, after, ({ pledgeId }) => pledgeId);

const Announce = () => {
  const role = useSession()?.session?.caller.role ?? '';
  if (![...ANNOUNCES, ...ANNOUNCES_FOR_OTHERS].includes(role)) return null;
  return <PlaceLink to={addressOf.announce}>{say().announce.title}</PlaceLink>;
};

/** Each is a link to the selection without it. */
const FiltersOn = ({ search }: { readonly search: RegisterSearch }) => {
  const on = filtersOn(search);
  if (on.length === 0) return null;
  return (
    <ul className="filters-on">
      {on.map(({ name, value, without }) => {
        const shown = /^lastWord/.test(name) ? day(value) : valueName(name, value);
        const text = `${say().register.fields[name]}: ${shown || value}`;
        return (
          <li key={`${name} ${value}`}>
            <PlaceLink to={registerAddress(without)}>
              <span className="unseen">{say().register.without(text)}</span>
              <span aria-hidden="true">{text} ×</span>
            </PlaceLink>
          </li>
        );
      })}
    </ul>
  );
};
