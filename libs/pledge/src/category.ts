/** What a pledge is by the taxonomy. */
import { capability, unknownCapability, type Capability } from '@pledgeline/contracts';
import type { Pledge } from './state.ts';

/** Of the capability it was registered as; before that, as announced. Blank where nothing was announced. */
export const categoryOf = ({ capabilityCode, announcement }: Pledge): string =>
  (capabilityCode === null ? undefined : capability(capabilityCode)?.category) ??
  announcement?.category ??
  '';

/** The entry of the taxonomy. @throws {Rejected} UNKNOWN_CAPABILITY */
export const mustBeCapability = (code: string | null): Capability => {
  const known = code === null ? undefined : capability(code);
  if (known !== undefined) return known;
  throw unknownCapability('capabilityCode', code ?? '');
};
