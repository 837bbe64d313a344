/** Schema of the answer of a check. The fields of an announcement have the names that they have on the page of a pledge. */
import { ASKED_PARTS, FUNDING_KINDS, NOT_CHECKED, TRACKS } from '@pledgeline/contracts';
import { OUTCOMES } from './check-announcement.ts';

const text = { type: 'string' };
const words = (allowed: readonly string[]) => ({ ...text, enum: [...allowed] });
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const figure = orNull({ type: 'number' });
const textOrNull = orNull(text);

/** @param title names it for clients. */
const object = (title: string, properties: Readonly<Record<string, object>>) => ({
  title,
  type: 'object',
  required: Object.keys(properties),
  properties,
  additionalProperties: false,
});

const quantity = object('Quantity', { min: figure, max: figure, unit: textOrNull, asStated: textOrNull });
const money = object('Money', {
  amountMin: figure,
  amountMax: figure,
  currency: text,
  currencyAssumed: { type: 'boolean' },
  per: orNull({ title: 'MoneyPeriod', ...words(['YEAR']) }),
  funding: orNull(words(FUNDING_KINDS)),
  asStated: textOrNull,
});
const alike = object('AlikePledge', {
  kind: { title: 'DuplicateKind', ...words(['SAME', 'NEAR']) },
  pledgeId: { ...text, format: 'uuid' },
  reference: text,
  conference: textOrNull,
  description: text,
  instead: {
    ...orNull(object('CommandLink', { command: text, method: words(['POST']), href: text })),
    description: 'What the caller may send in place of the announcement; null where that is not his to send.',
  },
});

export const announcementCheck = object('AnnouncementCheck', {
  outcome: { title: 'AnnouncementOutcome', ...words(OUTCOMES) },
  pledgeId: { ...text, format: 'uuid' },
  reference: text,
  fields: { type: 'array', items: text, description: 'In which it differs from that pledge.' },
  memberState: text,
  memberStateName: text,
  sameOffer: {
    ...textOrNull,
    description: 'Equal for announcements that make the same offer in whatever words.',
  },
  conference: textOrNull,
  capabilityCode: textOrNull,
  quantity: orNull(quantity),
  money: orNull(money),
  expectedTrack: orNull(words(TRACKS)),
  missing: { type: 'array', items: object('MissingPart', { part: words(ASKED_PARTS), ask: text }) },
  alike: { type: 'array', items: alike, description: 'The nearest of those that may be the same.' },
  alikeInAll: { type: 'integer', description: 'How many such pledges there are; 1000: a thousand or more.' },
  notChecked: {
    type: 'array',
    items: words(NOT_CHECKED),
    description:
      'Codes of refusals that cannot be looked for now, since what knows them does not get on. Entered now, the work queue holds the task to look later.',
  },
});
