/** What is out of order with the money of a pledge. */
export const MONEY_MARKS = ['CONFIRMED_BEYOND_PLEDGED', 'TRANCHE_LATE', 'RECEIVED_AFTER_VALIDITY'] as const;

export type MoneyMark = (typeof MONEY_MARKS)[number];
