/** To a pledge by its reference; by its id where the reference is not known. */
import { pledgeAddress } from '../../addresses/addresses.ts';
import { Code } from '../../parts/code.tsx';
import { PlaceLink } from '../../parts/place-link.tsx';

interface PledgeLinkProps {
  readonly reference: string | null;
  readonly pledgeId: string;
}

export const PledgeLink = ({ reference, pledgeId }: PledgeLinkProps) => (
  <PlaceLink to={pledgeAddress(reference ?? pledgeId)}>
    <Code>{reference ?? pledgeId}</Code>
  </PlaceLink>
);
