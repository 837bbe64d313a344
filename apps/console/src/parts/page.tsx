/** One page: its title, its heading, which past it shows, and below it what the figures rest on. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { pastIn } from '../addresses/addresses.ts';
import { say } from '../words/words.ts';
import { day, moment } from '../words/numbers.ts';
import { cameBack } from './came-back.ts';
import { Foot } from './foot.tsx';
import type { Rests } from './foot.tsx';
import { PlaceLink } from './place-link.tsx';

interface PageProps {
  readonly title: string;
  /** Where it is not the title. */
  readonly heading?: ReactNode;
  /** What the page rests on, once it is known. */
  readonly rests?: Rests | undefined;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

export const Page = ({ title, heading = title, rests, wide = false, children }: PageProps) => {
  const h1 = useRef<HTMLHeadingElement>(null);
  const [path] = useLocation();
  const shown = useRef(path);
  useEffect(() => {
    document.title = say().titleOf(title);
  }, [title]);
  useEffect(() => {
    // Not where the browser has just opened it, nor where Back puts the reader where he was.
    if (isFirst) isFirst = false;
    else if (!cameBack()) {
      h1.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    shown.current = path;
  }, [path]);
  return (
    <>
      <main id="content" className={wide ? 'wide' : ''}>
        <PastBanner />
        <h1 ref={h1} tabIndex={-1}>
          {heading}
        </h1>
        {children}
      </main>
      <Foot rests={rests} />
    </>
  );
};

let isFirst = true;

const PastBanner = () => {
  const [path] = useLocation();
  const { asOf, knownAt } = pastIn(useSearch());
  if (asOf === undefined && knownAt === undefined) return null;
  return (
    <p className="past" role="note">
      {asOf !== undefined && say().past.banner(day(asOf) || asOf)}{' '}
      {knownAt !== undefined &&
        say().past.known(Number.isNaN(Date.parse(knownAt)) ? knownAt : moment(knownAt))}{' '}
      <a href={`/console${path}`}>{say().past.leave}</a>
    </p>
  );
};

/** An address that leads to no page. */
export const NoSuchPage = () => (
  <Page title={say().page.unknown}>
    <p>{say().page.unknownText}</p>
    <p>
      <PlaceLink to="/">{say().page.toOverview}</PlaceLink>
    </p>
  </Page>
);
