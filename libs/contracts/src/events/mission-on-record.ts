/** What the register of missions says on the day of an act that needs the mission: accountability page, section 10. */
import { Type } from 'typebox';
import { HOST_STANDS, LIQUIDATION } from '../vocabulary.data.ts';
import type { Upcaster } from './event-contract.ts';
import { Day, oneOf, orNull, Text } from './field.ts';

/** Null where the register did not know the mission, or was not asked yet. */
const OnRecord = orNull(
  Type.Object({
    hostConsent: oneOf(HOST_STANDS),
    /** The day of its closure, past or to come; null where none is decided. */
    closesOn: orNull(Day),
  }),
);

export const onRecord = { onRecord: OnRecord };

/** With what lets the act be done in a mission that has ended. */
export const onRecordWithException = {
  onRecord: OnRecord,
  exception: orNull(oneOf([LIQUIDATION])),
  /** Of the exception, by name. */
  approver: orNull(Text),
};

/** Before the register was asked. */
export const NOT_ON_RECORD = { onRecord: null, exception: null, approver: null };

export const notOnRecord: Upcaster = (data) => ({ ...(data as object), ...NOT_ON_RECORD });
