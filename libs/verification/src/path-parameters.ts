/** Path parameters that name a stream: well formed, or a refusal that names the parameter. */
import { Rejected } from '@pledgeline/event-sourcing';

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A Nest pipe by shape, so that no Nest has to be imported here. */
export const uuid = {
  transform: (value: unknown, { data: field = 'id' }: { readonly data?: string | undefined }): string => {
    if (typeof value === 'string' && UUID.test(value)) return value;
    throw new Rejected('invalid', 'ID_INVALID', `${field} must be a UUID in lower case.`, { field });
  },
};
