/** What a sign-in link and the person who follows it say. */
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export class SignInRequest {
  @IsString()
  @MaxLength(100)
  account!: string;

  @IsString()
  @MaxLength(200)
  secret!: string;

  /** ISO 3166 alpha-3, where the account speaks for a state. */
  @IsOptional()
  @IsString()
  @MaxLength(3)
  state?: string | null;

  /** Name of the body that a partner without a state speaks for. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  body?: string | null;

  /** A cookie is for browsers, a token for everything else. */
  @IsIn(['COOKIE', 'TOKEN'])
  as!: 'COOKIE' | 'TOKEN';
}
