/** What was recorded, said where the form was, or on the page of the task after it: then with the way back. */
import { useEffect, useRef } from 'react';
import { pledgeAddress } from '../../addresses/addresses.ts';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';
import type { Said } from '../../parts/said-next.ts';

export const Notice = ({ text, about }: Said) => {
  const line = useRef<HTMLParagraphElement>(null);
  // Below a long form its sender would see nothing of it.
  useEffect(() => {
    line.current?.scrollIntoView({ block: 'nearest' });
  }, [text]);
  return (
    <p className="notice" role="status" ref={line}>
      {text}{' '}
      {about !== undefined && (
        <PlaceLink to={pledgeAddress(about)}>
          <Code>{about}</Code>
        </PlaceLink>
      )}
    </p>
  );
};
