/** Path parameters that name a stream, or an event in it: well formed, or a refusal that names the parameter. */
import { Rejected, UUID } from '@pledgeline/event-sourcing';

export const CONFERENCE_CODE = /^(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** A Nest pipe by shape, so that no Nest has to be imported here. */
const parameter = (pattern: RegExp, words: string) => ({
  transform: (value: unknown, { data: field = 'id' }: { readonly data?: string | undefined }): string => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw new Rejected('invalid', 'ID_INVALID', `${field} must be ${words}.`, { field });
  },
});

export const uuid = parameter(UUID, 'a UUID in lower case');
export const conferenceCode = parameter(CONFERENCE_CODE, 'a code such as 2021-seoul');

/** The place of an event in its stream. */
export const revisionNumber = parameter(/^(0|[1-9]\d{0,8})$/, 'a whole number from 0, of at most 9 digits');
