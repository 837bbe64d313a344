/** In which form a list or report is answered, and how the API document says so. */
import { ApiOkResponse } from '@nestjs/swagger';
import { preferredType } from './media-type.ts';
import { OneOfFilter } from './filters.request.ts';

export const FORMATS = ['json', 'csv'] as const;

export type Format = (typeof FORMATS)[number];

/** Media types as they are sent. */
export const MEDIA_TYPES = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
} as const;

export const preferredFormat = (accept: string | undefined): Format =>
  preferredType(accept, [MEDIA_TYPES.json, MEDIA_TYPES.csv]) === MEDIA_TYPES.csv ? 'csv' : 'json';

/** @param lines what CSV has a line for. */
export const FormatFilter = (lines: string): PropertyDecorator =>
  OneOfFilter(FORMATS, { description: `Instead of an Accept header; CSV has a line for each ${lines}.` });

const text = { type: 'string' } as const;

/** A list in both of its forms. */
export const ApiListResponse = (schema: object): MethodDecorator =>
  ApiOkResponse({
    content: { 'application/json': { schema }, 'text/csv': { schema: text } },
    headers: {
      'x-total-count': { description: 'Of CSV: how many there are on all pages.', schema: text },
      link: { description: 'Of CSV: the next page (RFC 8288), where there is one.', schema: text },
    },
  });
