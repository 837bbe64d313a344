/** Filters that lists and reports of pledges have in common. A value outside a closed list is refused with the list. */
import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { capabilities, categories, TAGS } from '@pledgeline/contracts';
import { IsIn, IsOptional, Length } from 'class-validator';

const CODES = capabilities.map(({ code }) => code);

export const ConferenceFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({ description: 'A code, or `none` for pledges made outside any conference.' }),
    IsOptional(),
    Length(1, 100),
  );

export const CategoryFilter = (): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: categories }), IsOptional(), IsIn(categories));

export const CapabilityFilter = (): PropertyDecorator =>
  applyDecorators(ApiPropertyOptional({ enum: CODES }), IsOptional(), IsIn(CODES));

export const ThemeFilter = (): PropertyDecorator =>
  applyDecorators(
    ApiPropertyOptional({
      enum: TAGS,
      description: 'Of its capability, of its announcement, or as the desk tagged it.',
    }),
    IsOptional(),
    IsIn(TAGS),
  );
