/** The data of an event in words: name, value. Ids and what was left unsaid are in the JSON below. */
import { Link } from 'wouter';
import { afterEvent } from '../../addresses/addresses.ts';
import { Changes } from './changes.tsx';
import { eventSummary, valueInWords } from './event-words.ts';
import type { PledgeEvent } from './history-days.ts';
import { writtenOut } from '../../words/codes.ts';
import { say } from '../../words/words.ts';

interface EventDataProps {
  readonly event: PledgeEvent;
  /** Of its pledge. */
  readonly reference: string;
}

export const EventData = ({ event, reference }: EventDataProps) => {
  const entries = eventSummary(event);
  return (
    <>
      <dl className="event-data">
        {entries.map(([name, value]) => (
          <div key={name}>
            <dt>{writtenOut(name)}</dt>
            <dd>
              {value}
              {event.corrections
                .filter(({ field }) => field === name)
                .map(({ correctionId, old }) => (
                  <s key={correctionId} className="was">
                    {' '}
                    {say().history.was(valueInWords(old))}
                  </s>
                ))}
            </dd>
          </div>
        ))}
      </dl>
      {entries.length === 0 && <p className="quiet">{say().history.empty}</p>}
      <Changes event={event} />
      <p className="no-print">
        <Link href={afterEvent(reference, event.revision)}>{say().history.after(event.revision)}</Link>
      </p>
      <details>
        <summary>{say().history.json}</summary>
        <pre tabIndex={0} dir="ltr">
          {JSON.stringify(event, null, 2)}
        </pre>
      </details>
    </>
  );
};
