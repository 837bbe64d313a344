/** What the registers of names may be asked. */
import { ALL_REGISTERS, type AnyRegister } from '@pledgeline/contracts';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Length } from 'class-validator';
import { OneOfFilter } from '../../answers/filters.request.ts';
import { FormatFilter, type Format } from '../../answers/format.request.ts';
import { AsOfRequest, PageRequest } from '../../answers/page.request.ts';

export class ListRegistersRequest extends AsOfRequest {
  @FormatFilter('register')
  format?: Format;
}

export class RegisterRequest extends AsOfRequest {
  @ApiPropertyOptional({
    description:
      'What this name means: one entry, or none. Case, accents, blanks and articles make no difference.',
    example: 'kigali principles',
  })
  @IsOptional()
  @Length(1, 500)
  name?: string;

  @FormatFilter('entry')
  format?: Format;
}

export class UnknownNamesRequest extends PageRequest {
  @OneOfFilter(ALL_REGISTERS)
  register?: AnyRegister;
}
