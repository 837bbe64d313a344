/** The day from which a pledge counts, where its announcement may have no date. */
import { dayOf } from '@pledgeline/contracts';
import type { RegisterRow } from '../views/register/register-row.ts';

export const businessDayOf = ({ pledge, firstRecordedAt }: RegisterRow): string =>
  pledge.announcement?.announcedOn ?? dayOf(firstRecordedAt);
