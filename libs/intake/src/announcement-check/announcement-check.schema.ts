/** How the answer of a check looks. */
import { SMART_PARTS, TRACKS } from '@pledgeline/contracts';

const text = { type: 'string' };
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
const figure = orNull({ type: 'number' });
const textOrNull = orNull(text);

const object = <Properties extends Readonly<Record<string, object>>>(properties: Properties) => ({
  type: 'object',
  required: Object.keys(properties),
  properties,
});

const quantity = object({ min: figure, max: figure, unit: textOrNull, asStated: textOrNull });
const money = object({
  amountMin: figure,
  amountMax: figure,
  currency: text,
  currencyAssumed: { type: 'boolean' },
  per: textOrNull,
  funding: textOrNull,
  asStated: textOrNull,
});

export const announcementCheck = object({
  memberState: text,
  memberStateName: text,
  conference: textOrNull,
  capabilityCode: textOrNull,
  quantity: orNull(quantity),
  money: orNull(money),
  expectedTrack: orNull({ type: 'string', enum: [...TRACKS] }),
  missing: {
    type: 'array',
    items: object({ part: { type: 'string', enum: [...SMART_PARTS] }, ask: text }),
  },
  alike: {
    type: 'array',
    items: object({
      kind: { type: 'string', enum: ['SAME', 'NEAR'] },
      pledgeId: { type: 'string', format: 'uuid' },
      reference: text,
      conference: textOrNull,
      description: text,
      instead: object({ command: text, method: text, href: text }),
    }),
  },
});
