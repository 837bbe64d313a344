/** A state in a question, by code or name: refused where it is unknown, or borne by two states. */
import { ApiPropertyOptional } from '@nestjs/swagger';
import { memberStates, resolveMemberState } from '@pledgeline/contracts';
import { IsOptional, ValidateBy } from 'class-validator';

const CODES = memberStates.map(({ code }) => code).join(', ');

export const MemberStateFilter = (): PropertyDecorator => (target, property) => {
  ApiPropertyOptional({
    description: 'ISO 3166 alpha-3, or any name of the state.',
    example: 'Bangladesh',
    type: String,
  })(target, property);
  IsOptional()(target, property);
  ValidateBy({
    name: 'isMemberState',
    validator: {
      validate: (value) => typeof value === 'string' && resolveMemberState(value) !== undefined,
      defaultMessage: () =>
        `memberState must be an unambiguous name of a state, or one of the following codes: ${CODES}`,
    },
  })(target, property);
};
