/** A pledge as its reader may see it, or as everybody does: that stands in the address. */
import { useSearch } from 'wouter';
import { isAsPublic } from '../../addresses/addresses.ts';
import { Pledge } from './pledge.tsx';
import { PublicView } from './public-view.tsx';

export const ShownPledge = () => (isAsPublic(useSearch()) ? <PublicView /> : <Pledge />);
