/** Filters that lists and reports have in common. A value outside a closed list is refused with the list. */
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { capabilities, categories, memberStates, resolveMemberState, TAGS } from '@pledgeline/contracts';
import { IsIn, IsOptional, Length, ValidateBy } from 'class-validator';

const CAPABILITY_CODES = capabilities.map(({ code }) => code);

/** @param more of the description in the API document. */
export const OneOfFilter = (words: readonly string[], more: ApiPropertyOptions = {}): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: [...words], ...more }), IsOptional(), IsIn(words));

export const ConferenceFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description: 'A code, or `none` for pledges made outside any conference.' }),
    IsOptional(),
    Length(1, 100),
  );

export const CategoryFilter = (): PropertyDecorator => OneOfFilter(categories);

export const CapabilityFilter = (): PropertyDecorator => OneOfFilter(CAPABILITY_CODES);

export const ThemeFilter = (): PropertyDecorator =>
  OneOfFilter(TAGS, { description: 'Of its capability, of its announcement, or as the desk tagged it.' });

const STATE_CODES = memberStates.map(({ code }) => code).join(', ');

/** A state by code or name: refused where it is unknown, or where two states bear the name. */
export const MemberStateFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      description: 'ISO 3166 alpha-3, or any name of the state.',
      example: 'Bangladesh',
      type: String,
    }),
    IsOptional(),
    ValidateBy({
      name: 'isMemberState',
      validator: {
        validate: (value) => typeof value === 'string' && resolveMemberState(value) !== undefined,
        defaultMessage: () =>
          `memberState must be an unambiguous name of a state, or one of the following codes: ${STATE_CODES}`,
      },
    }),
  );
