/** The data of an event in words: name, value. Ids and what was left unsaid are in the JSON below. */
import { Link } from 'wouter';
import { addressOf } from '../../addresses/addresses.ts';
import { afterEvent } from '../../addresses/compare-address.ts';
import { PlaceLink } from '../../parts/place-link.tsx';
import { useSession } from '../../server/session.ts';
import type { CommandLink } from './acts.tsx';
import { Changes } from './changes.tsx';
import { CorrectThis } from './correct-this.tsx';
import { eventSummary, valueInWords } from './event-words.ts';
import type { PledgeEvent } from './pledge-event.ts';
import { putRight, wasBefore } from './put-right.ts';
import { writtenOut } from '../../words/codes.ts';
import { say } from '../../words/words.ts';

interface EventDataProps {
  readonly event: PledgeEvent;
  /** Of its pledge. */
  readonly reference: string;
  /** What its reader may propose about an event. */
  readonly proposals: readonly CommandLink[];
}

export const EventData = ({ event, reference, proposals }: EventDataProps) => {
  const hasSignedIn = (useSession()?.session ?? null) !== null;
  const entries = eventSummary(putRight(event));
  return (
    <>
      <dl className="event-data">
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{writtenOut(name)}</dt>
            <dd>
              {value}
              {wasBefore(event, name).map((old, n) => (
                <s key={n} className="was">
                  {' '}
                  {say().history.was(valueInWords(old) || say().notStated)}
                </s>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {entries.length === 0 && <p className="quiet">{say().history.empty}</p>}
      <Changes event={event} />
      <p className="event-tools no-print">
        <Link href={afterEvent(reference, event.revision)}>{say().history.after(event.revision)}</Link>{' '}
        {proposals.map((by) => (
          <CorrectThis key={by.command} event={event} reference={reference} by={by} />
        ))}
        {proposals.length === 0 && hasSignedIn && (
          <PlaceLink to={`${addressOf.help}#wrong`}>{say().history.wrong}</PlaceLink>
        )}
      </p>
      <details className="no-print">
        <summary>{say().history.json}</summary>
        <pre tabIndex={0} dir="ltr">
          {JSON.stringify(event, null, 2)}
        </pre>
      </details>
    </>
  );
};
