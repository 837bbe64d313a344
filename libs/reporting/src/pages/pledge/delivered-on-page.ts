/** What was given for a pledge, as its page shows it: each kind apart, and what is still owed. */
import { tourMonths, type Pledge } from '@pledgeline/pledge';
import type { DeliveredOnPage } from './delivered.schema.ts';
import { moneyOnPage } from './money-on-page.ts';

export const deliveredOnPage = (pledge: Pledge): DeliveredOnPage | null =>
  pledge.delivered && {
    ...pledge.delivered,
    secondments: pledge.delivered.secondments.map((held) => ({ ...held, months: tourMonths(held) })),
    outstanding: moneyOnPage(pledge).flatMap(({ giver, currency, funding, outstanding: amount }) =>
      amount === null ? [] : [{ giver, currency, funding, amount }],
    ),
  };
