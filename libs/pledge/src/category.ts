/** What kind of promise a pledge is, by the taxonomy. */
import { capability } from '@pledgeline/contracts';
import type { Pledge } from './state.ts';

/** Of the capability it was registered as; before that, as announced. Blank where nothing was announced. */
export const categoryOf = ({ capabilityCode, announcement }: Pledge): string =>
  (capabilityCode === null ? undefined : capability(capabilityCode)?.category) ??
  announcement?.category ??
  '';
