/** What one figure counts, one by one, so that anybody can count again. It is opened by a figure, and has an address. */
import { useEffect, useRef } from 'react';
import { pledgeAddress, stateAddress } from '../../addresses/addresses.ts';
import { reportAddress, reportQuery } from '../../addresses/report-search.ts';
import type { ReportSearch } from '../../addresses/report-search.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Code } from '../../parts/code.tsx';
import type { Report } from '../../parts/figures.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useAsked } from '../../server/api.ts';
import type { Answer, Parameters } from '../../server/api.ts';
import { writtenOut } from '../../words/codes.ts';
import { nameOf } from '../../words/names.ts';
import { number } from '../../words/numbers.ts';
import { groupName } from '../../words/value-name.ts';
import { say } from '../../words/words.ts';

type CountedParameters = Parameters<'/reports/{report}/counted'>;
type CountedPage = Answer<'/reports/{report}/counted'>;

interface CountedProps {
  readonly report: string;
  readonly search: ReportSearch;
  /** Undefined until it is there; its words name what is opened. */
  readonly of: Report | undefined;
}

export const Counted = ({ report, search, of }: CountedProps) =>
  search.group === undefined || search.figure === undefined ? null : (
    <Opened
      key={`${search.group} ${search.figure}`}
      report={report}
      search={search}
      of={of}
      group={search.group}
      figure={search.figure}
    />
  );

interface OpenedProps extends CountedProps {
  readonly group: string;
  readonly figure: string;
}

const Opened = ({ report, search, of, group, figure }: OpenedProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const { group: _group, figure: _figure, cursor, ...closed } = search;
  const path = { report: report as CountedParameters['path']['report'] };
  const query = { ...reportQuery(search), group, figure, ...(cursor && { cursor }) };
  const asked = useAsked('/reports/{report}/counted', {
    path,
    query: query as unknown as CountedParameters['query'],
  });
  const ofGroup = of?.groups.find(({ code }) => code === group);
  const ofFigure = ofGroup?.figures.find((one) => one.figure === figure);
  // Of a sum of money the unit says it.
  const isNamed = group !== 'all' && group !== ofFigure?.unit;
  const words = say().reports;
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className="counted" aria-labelledby="counted">
      <h2 id="counted" ref={heading} tabIndex={-1}>
        {words.counted(ofFigure?.name ?? figure)}
      </h2>
      {ofFigure && (
        <p className="counted-value">
          {ofGroup && isNamed && `${groupName(of?.question.by ?? null, ofGroup)}: `}
          {ofFigure.value === null
            ? say().notStated
            : `${number(ofFigure.value)} ${writtenUnit(ofFigure.unit)}`}
        </p>
      )}
      {ofFigure && <p className="lead">{ofFigure.definition}</p>}
      <AskedPart of={asked} room="line">
        {(page) => (
          <>
            <p className="meta">{words.countedTotal(number(page.items.length), number(page.total))}</p>
            <ul className="counted-items">
              {page.items.map((item) => (
                <li key={item}>
                  <Item kind={page.kind} code={item} />
                </li>
              ))}
            </ul>
            <p className="pages">
              {page.next !== null && (
                <PlaceLink to={reportAddress(report, { ...search, cursor: page.next })}>
                  {say().register.next}
                </PlaceLink>
              )}
              <PlaceLink to={reportAddress(report, closed)}>{words.close}</PlaceLink>
            </p>
          </>
        )}
      </AskedPart>
    </section>
  );
};

const Item = ({ kind, code }: { readonly kind: CountedPage['kind']; readonly code: string }) => {
  if (kind === 'pledges')
    return (
      <>
        {stateIn(code)}{' '}
        <PlaceLink to={pledgeAddress(code)}>
          <Code>{code}</Code>
        </PlaceLink>
      </>
    );
  if (kind === 'states') return <PlaceLink to={stateAddress(code)}>{nameOf('state', code)}</PlaceLink>;
  return <Code>{code}</Code>;
};

/** Currencies keep their code. */
const writtenUnit = (unit: string): string =>
  /^[A-Z]{3}$/.test(unit) ? unit : writtenOut(unit).toLowerCase();

/** A reference names the state after the conference: `2025-berlin/IND/QRF-COY-2HP4N`. */
const stateIn = (reference: string): string => nameOf('state', reference.split('/')[1] ?? '');
