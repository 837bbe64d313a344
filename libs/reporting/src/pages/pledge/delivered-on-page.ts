/** What was given for a pledge, as its page shows it: each kind apart, and what is still owed. */
import { pledgedMoney, tourMonths, type Delivered, type Pledge } from '@pledgeline/pledge';
import type { DeliveredOnPage } from './delivered.schema.ts';
import { outstandingOf } from './money-on-page.ts';

export const deliveredOnPage = (pledge: Pledge): DeliveredOnPage | null =>
  pledge.delivered && {
    ...pledge.delivered,
    courses: pledge.delivered.courses.map(courseOnPage),
    secondments: pledge.delivered.secondments.map((held) => ({ ...held, months: tourMonths(held) })),
    outstanding: pledgedMoney(pledge).flatMap((line) => {
      const { funder, currency, funding } = line;
      const amount = outstandingOf(line);
      return amount === null ? [] : [{ giver: funder ?? pledge.memberState, currency, funding, amount }];
    }),
  };

/** Without the account that recorded it. */
export const courseOnPage = ({
  recordedBy: _,
  ...course
}: Delivered['courses'][number]): DeliveredOnPage['courses'][number] => course;
