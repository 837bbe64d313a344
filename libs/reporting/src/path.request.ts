/** The ids in paths, checked before anything is looked up. */
import { ApiProperty } from '@nestjs/swagger';
import { importedPledgeId } from '@pledgeline/contracts';
import { IsUUID, Matches } from 'class-validator';

/** A pledge of the sample data, so that the example works after an import. */
const PLEDGE = importedPledgeId({
  conference: '2014-new-york',
  memberState: 'BGD',
  capabilityCode: 'INF-BN',
  nth: 1,
});

export class PledgePath {
  @ApiProperty({ format: 'uuid', example: PLEDGE })
  @IsUUID()
  pledgeId!: string;
}

export class GapPath {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  gapId!: string;
}

export class VisitPath {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  visitId!: string;
}

export class ConferencePath {
  @ApiProperty({ example: '2021-seoul' })
  @Matches(/^[\w.-]{1,100}$/)
  code!: string;
}
