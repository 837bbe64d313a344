/** What a report is asked: a form of the platform's own fields, whose values become the address. */
import type { SyntheticEvent } from 'react';
import { useLocation } from 'wouter';
import { reportAddress, reportSearchIn } from '../../addresses/report-search.ts';
import type { ReportSearch } from '../../addresses/report-search.ts';
import type { Group } from '../../parts/figures.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import { CATEGORY_NAMES } from '../../words/codes.data.ts';
import { entriesOf } from '../../words/names.ts';
import { groupingName, valueName } from '../../words/value-name.ts';
import { say } from '../../words/words.ts';
import { comparedFigure, figuresOf, partsOf } from '../../parts/parts-of-report.ts';

const codesOf = (list: string): readonly string[] => entriesOf(list).map(([code]) => code);
const CHOICES = {
  conference: [...codesOf('conference'), 'none'],
  memberState: codesOf('state'),
  category: Object.keys(CATEGORY_NAMES),
} as const;

interface ReportFiltersProps {
  readonly report: string;
  readonly search: ReportSearch;
  /** By which it groups; the first is what it does by itself. */
  readonly groupings: readonly string[];
  /** The parameters that it takes: it refuses the others. */
  readonly takes: readonly string[];
  readonly groups: readonly Group[];
}

export const ReportFilters = ({ report, search, groupings, takes, groups }: ReportFiltersProps) => {
  const [, navigate] = useLocation();
  const words = say().reports;
  const { compared } = partsOf({ groups });
  const figures = figuresOf(compared);
  const choices = Object.entries(CHOICES).filter(([name]) => takes.includes(name));
  const show = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = [...new FormData(event.currentTarget)].map(([name, value]) => [
      name,
      typeof value === 'string' ? value.trim() : '',
    ]);
    navigate(reportAddress(report, reportSearchIn(new URLSearchParams(typed).toString())));
  };
  return (
    <form className="filters no-print" aria-label={say().register.filters} onSubmit={show}>
      {groupings.length > 0 && (
        <label>
          {words.fields.by}
          <select name="by" defaultValue={search.by ?? ''}>
            <option value="">{words.itsOwn}</option>
            {groupings.map((by) => (
              <option key={by} value={by}>
                {groupingName(by)}
              </option>
            ))}
          </select>
        </label>
      )}
      {figures.length > 1 && (
        <label>
          {words.fields.of}
          <select name="of" defaultValue={comparedFigure(compared, search.of)?.figure}>
            {figures.map(({ figure, name }) => (
              <option key={figure} value={figure}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {choices.map(([name, codes]) => (
        <label key={name}>
          {say().register.fields[name as keyof typeof CHOICES]}
          <select name={name} defaultValue={search[name as keyof typeof CHOICES] ?? ''}>
            <option value="">{say().register.any}</option>
            {codes.map((code) => (
              <option key={code} value={code}>
                {valueName(name, code)}
              </option>
            ))}
          </select>
        </label>
      ))}
      {takes.includes('since') && <Typed name="since" value={search.since} example="2015-01-01" />}
      {takes.includes('within') && <Typed name="within" value={search.within} example="60" />}
      <Typed name="asOf" value={search.asOf} example="2016-06-17" />
      <Typed name="knownAt" value={search.knownAt} example="2026-11-30T12:00:00Z" />
      {takes.includes('theme') && search.theme && <input type="hidden" name="theme" value={search.theme} />}
      <p>
        <button type="submit" className="main">
          {say().register.apply}
        </button>
        <PlaceLink to={reportAddress(report)}>{say().register.clear}</PlaceLink>
      </p>
    </form>
  );
};

interface TypedProps {
  readonly name: 'since' | 'within' | 'asOf' | 'knownAt';
  readonly value: string | undefined;
  readonly example: string;
}

const Typed = ({ name, value = '', example }: TypedProps) => (
  <label>
    {say().reports.fields[name]}
    <input name={name} defaultValue={value} placeholder={example} autoComplete="off" />
  </label>
);
