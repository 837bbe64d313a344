/** The keys that work on every page. They are listed under Help, and can be switched off there. */
import { useLocation } from 'wouter';
import { addressOf } from '../addresses/addresses.ts';
import { useKeys } from './use-keys.ts';

export const GlobalKeys = () => {
  const [, navigate] = useLocation();
  useKeys({
    'g o': () => navigate(addressOf.overview),
    'g q': () => navigate(addressOf.queue),
    '?': () => navigate(addressOf.help),
    e: () => document.querySelector<HTMLElement>('.first-act')?.click(),
  });
  return null;
};
