/** A link to a place of the console that keeps the past that is looked at. */
import type { ReactNode } from 'react';
import { Link, useSearch } from 'wouter';
import { pastIn } from '../addresses/addresses.ts';

interface PlaceLinkProps {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly current?: boolean;
  /** Said to who points at it. */
  readonly title?: string;
  /** False for one that another link beside it repeats: Tab passes it by. */
  readonly isOnTheWay?: boolean;
}

export const PlaceLink = ({
  to,
  children,
  className,
  title,
  current = false,
  isOnTheWay = true,
}: PlaceLinkProps) => (
  <Link
    href={useInPast(to)}
    title={title}
    {...(className && { className })}
    {...(current && { 'aria-current': 'page' })}
    {...(!isOnTheWay && { tabIndex: -1 })}
  >
    {children}
  </Link>
);

/** The address with the past of this page, where it names none of its own. */
const useInPast = (to: string): string => {
  const past = Object.entries<string | undefined>({ ...pastIn(useSearch()) });
  const [path = '', search = ''] = to.split('?', 2);
  const values = new URLSearchParams(search);
  for (const [name, value] of past) if (value !== undefined && !values.has(name)) values.set(name, value);
  return values.size === 0 ? path : `${path}?${values.toString()}`;
};
