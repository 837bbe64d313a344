/** The announcement as a user of Nest would write it: the fields that the benchmark sends, and no more. */
import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class AnnouncementRequest {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  memberState!: string;

  @IsIn(['UNIT', 'ENABLER', 'TRAINING', 'FUNDING'])
  category!: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  capabilityCode?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  quantity?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  unit?: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(10_000)
  description!: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  announcedOn?: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  source!: string;
}
