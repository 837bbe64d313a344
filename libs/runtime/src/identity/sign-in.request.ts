/** What a sign-in link and the person who follows it say. */
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class SignInRequest {
  @ApiProperty({ title: 'Account', description: 'Of the link.', maxLength: 100, example: 'desk' })
  @IsString()
  @MaxLength(100)
  account!: string;

  @ApiProperty({ title: 'Secret', description: 'Of the link; it works once.', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  secret!: string;

  @ApiProperty({
    ...{ title: 'State', type: String, nullable: true, required: false, maxLength: 3, example: 'RWA' },
    description: 'ISO 3166 alpha-3 code, where the account speaks for a state.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(3)
  state?: string | null;

  @ApiProperty({
    ...{ title: 'Body', type: String, nullable: true, required: false, maxLength: 200 },
    description: 'Name of the body that a partner without a state speaks for.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  body?: string | null;

  @ApiProperty({
    ...{ title: 'As', enum: ['COOKIE', 'TOKEN'] },
    description: 'A cookie is for browsers, a token for everything else.',
  })
  @IsIn(['COOKIE', 'TOKEN'])
  as!: 'COOKIE' | 'TOKEN';
}
