/** What a sign-in link and the person who follows it say. */
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { FIELD_TITLE } from '@pledgeline/contracts';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

const labelled = (label: string, shown: ApiPropertyOptions): ApiPropertyOptions =>
  Object.assign({ [FIELD_TITLE]: label }, shown);

export class SignInRequest {
  @ApiProperty(
    labelled('Account', { description: 'The account that the link names.', maxLength: 100, example: 'desk' }),
  )
  @MaxLength(100)
  // Asked first, as the one nearest to the member: of a number its length says nothing.
  @IsString()
  account!: string;

  @ApiProperty(
    labelled('Secret of the link', {
      description: 'What the link ends with; it works once.',
      maxLength: 200,
      example: 'what-the-link-ends-with',
    }),
  )
  @MaxLength(200)
  @IsString()
  secret!: string;

  @ApiProperty(
    labelled('State', {
      ...{ type: String, nullable: true, required: false, maxLength: 3, example: 'RWA' },
      description: 'ISO 3166 alpha-3 code, where the account speaks for a state.',
    }),
  )
  @IsOptional()
  @MaxLength(3)
  @IsString()
  state?: string | null;

  @ApiProperty(
    labelled('Body', {
      ...{ type: String, nullable: true, required: false, maxLength: 200, examples: ['UNITAR'] },
      description: 'Name of the body that a partner without a state speaks for.',
    }),
  )
  @IsOptional()
  @MaxLength(200)
  @IsString()
  body?: string | null;

  @ApiProperty(
    labelled('Cookie or token', {
      ...{ enum: ['COOKIE', 'TOKEN'], example: 'COOKIE' },
      description: 'A cookie is for browsers, a token for everything else.',
    }),
  )
  @IsIn(['COOKIE', 'TOKEN'])
  as!: 'COOKIE' | 'TOKEN';

  @ApiProperty(
    labelled('Where to go afterwards', {
      ...{ type: String, nullable: true, required: false, maxLength: 2000, example: '/console/pledges' },
      description:
        'An address of this server, from its root. The answer says where to go: there, or to the first page of the role.',
    }),
  )
  @IsOptional()
  @MaxLength(2000)
  @IsString()
  next?: string | null;
}
