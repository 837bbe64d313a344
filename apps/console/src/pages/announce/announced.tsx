/** What was recorded, and what comes next: for the announcer, in the acts of the new pledge that are his. */
import { useEffect, useRef } from 'react';
import { actAddress } from '../../addresses/act-address.ts';
import { pledgeAddress } from '../../addresses/addresses.ts';
import { AskedPart } from '../../parts/asked.tsx';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import { StatusWord } from '../../parts/status-word.tsx';
import { useAsked } from '../../server/api.ts';
import type { Recorded } from '../../server/commands.ts';
import { commandName, partName } from '../../words/codes.ts';
import { say } from '../../words/words.ts';

interface AnnouncedProps {
  readonly recorded: Recorded;
  readonly onAnother: () => void;
}

/** The page of the pledge has all of them. */
const NEXT_SHOWN = 5;

export const Announced = ({ recorded: { location, after, created }, onAnother }: AnnouncedProps) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const pledgeId = location.split('/').at(-1) ?? '';
  const asked = useAsked('/pledges/{pledgeId}', { path: { pledgeId }, query: { after } });
  const words = say().announce;
  return (
    <section className="announced" aria-labelledby="announced">
      <h2 id="announced" ref={heading} tabIndex={-1}>
        {created ? words.recorded : words.repeated}
      </h2>
      <AskedPart of={asked} room="line">
        {({ reference, description, memberStateName, status, missing, commands }) => (
          <>
            <p>
              {memberStateName}: {description} <StatusWord status={status} />
            </p>
            <p>
              <PlaceLink to={pledgeAddress(reference)} className="button main">
                {words.open}
              </PlaceLink>{' '}
              <Code>{reference}</Code>
            </p>
            {missing.length > 0 && (
              <p>
                {words.unsaid}: {missing.map(partName).join(', ')}.
              </p>
            )}
            {commands.length > 0 && (
              <>
                <h3>{words.next}</h3>
                <ul className="next-acts">
                  {commands.slice(0, NEXT_SHOWN).map((link) => (
                    <li key={link.command + link.href}>
                      <PlaceLink to={actAddress(reference, link, '')} className="button">
                        {commandName(link.command)}
                      </PlaceLink>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
      </AskedPart>
      <p>
        <button type="button" onClick={onAnother}>
          {words.another}
        </button>
      </p>
    </section>
  );
};
