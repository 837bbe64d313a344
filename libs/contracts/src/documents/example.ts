/** Made-up data for the documents: one valid value of a schema, with the fields that everybody reads filled in likely. */
import type { JsonSchema } from './json-schema.ts';

/** By field name, because a name has one meaning wherever it stands. A value that its schema refuses is not used. */
const likely: Readonly<Record<string, unknown>> = {
  pledgeId: '0199e1f2-5a3b-7c1d-9e2f-0123456789ab',
  gapId: '0199e1f2-6b4c-7d2e-8f30-123456789abc',
  visitId: '0199e1f2-7c5d-7e3f-9041-23456789abcd',
  reservationId: '0199e1f2-8d6e-7f40-a152-3456789abcde',
  caveatId: '0199e1f2-b1a2-7283-9485-6789abcdef02',
  conditionId: '0199e1f2-b2b3-7394-8596-789abcdef012',
  ideaId: '0199e1f2-c3c4-7405-a6b7-89abcdef0123',
  clarificationId: '0199e1f2-9e7f-7051-b263-456789abcdef',
  announcementId: '0199e1f2-af80-7162-8374-56789abcdef0',
  reference: '2021-seoul/KOR/INF-BN-7F3K2',
  conference: '2021-seoul',
  memberState: 'KOR',
  memberStateAsStated: 'Republic of Korea',
  nextState: 'GHA',
  lead: 'KOR',
  leadState: 'KOR',
  formerLead: 'GHA',
  handoverTo: 'GHA',
  state: 'GHA',
  mission: 'UNMISS',
  place: 'Juba',
  category: 'Infantry',
  capabilityCode: 'INF-BN',
  acceptedCodes: ['INF-BN'],
  substitutes: ['INF-QRF'],
  currency: 'USD',
  languages: ['fr'],
  unit: 'persons',
  asStated: 'up to 850',
  max: 850,
  strength: 850,
  strengthIn: 850,
  strengthOut: 848,
  shareDelivered: 100,
  equipmentArrivalShare: 95.5,
  deployWithinDays: 60,
  description: 'An infantry battalion of up to 850',
  wording: 'An infantry battalion of up to 850',
  source: 'https://example.org/pledges/2021-seoul',
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  amount: 2_500_000,
  trancheYear: 2026,
  party: 'JPN',
  announcedOn: '2021-12-07',
  validUntil: '2027-03-01',
  basisValidUntil: '2027-03-01',
  to: '2026-03-05',
  hostStates: ['SDN'],
  old: '2026-03-01',
  new: '2026-03-05',
};

const formats: Readonly<Record<string, string>> = {
  uuid: '0199e1f2-b091-7273-9485-6789abcdef01',
  date: '2026-03-01',
};

/** @param field its name, which may say what is likely in it. @throws {Error} for a kind of schema that no event uses. */
export const exampleOf = (schema: JsonSchema, field = ''): unknown => {
  const [first] = schema.anyOf ?? schema.enum ?? [];
  if (schema.anyOf !== undefined) return exampleOf(first as JsonSchema, field);
  if (schema.enum !== undefined) return first;
  if (fits(schema, likely[field])) return likely[field];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, value]) => [name, exampleOf(value, name)]),
      );
    case 'array':
      return Array.from({ length: schema.minItems ?? 1 }, () => exampleOf(schema.items ?? {}, field));
    case 'string':
      return formats[schema.format ?? ''] ?? wordsOf(field);
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return false;
    case undefined:
      // Anything: what a correction found, and what it put in its place.
      return likely[field];
    default:
      throw new Error(`no example for ${field} ${JSON.stringify(schema)}`);
  }
};

const fits = ({ type }: JsonSchema, value: unknown): boolean =>
  value !== undefined &&
  (Array.isArray(value)
    ? type === 'array'
    : typeof value === 'number'
      ? type === 'number' || (type === 'integer' && Number.isInteger(value))
      : typeof value === type);

/** `mouReference` becomes "mou reference". */
const wordsOf = (field: string): string =>
  field === '' ? 'text' : field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
