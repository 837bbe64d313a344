/** What differs between the moment that is looked at and another: both values of each field, and the event that set it. */
import { useId } from 'react';
import type { SyntheticEvent } from 'react';
import { useLocation } from 'wouter';
import { afterEvent, isRevision } from '../../addresses/compare-address.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useAsked } from '../../server/api.ts';
import type { Answer } from '../../server/api.ts';
import { eventName, writtenOut } from '../../words/codes.ts';
import { day } from '../../words/numbers.ts';
import { sayOfPledge } from '../../words/pledge-words.ts';
import { say } from '../../words/words.ts';
import { valueInWords } from './event-words.ts';
import type { PledgeEvent } from './pledge-event.ts';

interface CompareProps {
  readonly pledgeId: string;
  readonly reference: string;
  /** Of the moment that is looked at. */
  readonly revision: number;
  /** Of the other; null where nothing is compared. */
  readonly compare: number | null;
  /** To choose from; null where they are too many, so that a number is typed. */
  readonly events: readonly PledgeEvent[] | null;
}

export const Compare = ({ pledgeId, reference, revision, compare, events }: CompareProps) => {
  const [, navigate] = useLocation();
  const id = useId();
  const words = sayOfPledge().compare;
  const go = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('compare');
    if (typeof given === 'string' && isRevision(given.trim()))
      navigate(afterEvent(reference, revision, Number(given)));
  };
  const common = { id, name: 'compare', defaultValue: compare ?? '' };
  return (
    <section className="compare" aria-label={words.title}>
      <form key={`${revision} ${String(compare)}`} className="compare-with no-print" onSubmit={go} noValidate>
        <label htmlFor={id}>{words.with}</label>
        {events === null ? (
          <input {...common} inputMode="numeric" autoComplete="off" aria-describedby={`${id}-help`} />
        ) : (
          <select {...common}>
            <option value="">{say().form.choose}</option>
            {events
              .filter((event) => event.revision !== revision)
              .map((event) => (
                <option key={event.revision} value={event.revision}>
                  {momentInWords({ ...event, occurredOn: event.metadata.occurredOn })}
                </option>
              ))}
          </select>
        )}
        <button type="submit">{words.go}</button>
        {compare !== null && <PlaceLink to={afterEvent(reference, revision)}>{words.stop}</PlaceLink>}
        {events === null && (
          <span className="meta" id={`${id}-help`}>
            {words.revisionHelp}
          </span>
        )}
      </form>
      {compare !== null && <Differences pledgeId={pledgeId} between={[revision, compare]} />}
    </section>
  );
};

type Difference = Answer<'/pledges/{pledgeId}/difference'>;
type Moment = Pick<Difference['from'], 'revision' | 'type' | 'occurredOn'>;

interface DifferencesProps {
  readonly pledgeId: string;
  readonly between: readonly [number, number];
}

const Differences = ({ pledgeId, between }: DifferencesProps) => {
  const query = { from: Math.min(...between), to: Math.max(...between) };
  // What stood after an event stays so.
  const asked = useAsked(
    '/pledges/{pledgeId}/difference',
    { path: { pledgeId }, query },
    { isKept: true, isStill: true },
  );
  return (
    <AskedPart of={asked} room="line">
      {(difference) => <DifferenceTable of={difference} />}
    </AskedPart>
  );
};

const DifferenceTable = ({ of: { from, to, fields } }: { readonly of: Difference }) => {
  const words = sayOfPledge().compare;
  const said = words.between(momentInWords(from), momentInWords(to));
  return (
    <>
      <p role="status">
        {said}: {fields.length === 0 ? words.nothing : words.count(fields.length)}
      </p>
      {fields.length > 0 && (
        // Values may be long: on a small screen the table scrolls by itself.
        <div className="scrolls" tabIndex={0} role="region" aria-label={said}>
          <table className="changes differs">
            <caption className="unseen">{said}</caption>
            <thead>
              <tr>
                <th scope="col">{words.field}</th>
                <th scope="col">{words.after(from.revision)}</th>
                <th scope="col">{words.after(to.revision)}</th>
                <th scope="col">{words.setBy}</th>
              </tr>
            </thead>
            <tbody>
              {fields.map(({ field, before, after, setBy }) => (
                <tr key={field}>
                  <th scope="row">{writtenOut(field)}</th>
                  <td>{inWords(before)}</td>
                  <td>{inWords(after)}</td>
                  <td>
                    {setBy === null ? (
                      words.noEvent
                    ) : (
                      <a href={`#r${setBy.revision}`}>{momentInWords(setBy)}</a>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
};

/** An empty cell would be read as nothing at all. */
const inWords = (value: unknown): string =>
  value === false ? say().form.no : valueInWords(value) || say().none;

const momentInWords = ({ revision, type, occurredOn }: Moment): string =>
  sayOfPledge().compare.event(revision, eventName(type), day(occurredOn) || say().noDate);
