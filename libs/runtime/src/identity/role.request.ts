/** In which of his roles the owner of a session acts from now on. */
import { ApiProperty } from '@nestjs/swagger';
import { FIELD_TITLE, ROLES } from '@pledgeline/contracts';
import type { Role } from '@pledgeline/contracts';
import { IsIn } from 'class-validator';

export class RoleRequest {
  @ApiProperty({
    ...{ enum: ROLES, example: 'DESK', [FIELD_TITLE]: 'Role' },
    description: 'One of the roles of the session.',
  })
  @IsIn(ROLES)
  role!: Role;
}
