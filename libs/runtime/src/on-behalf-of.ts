/**
 * `onBehalfOf` in the body of a command: an officer records what a state or a body did, by its paper. Accountability page, section
 * 8. It is read alike for every command, before the request class of the command sees the rest of the body.
 */
import {
  FIELD_TITLE,
  FIRST_OPERATION,
  isDay,
  statesNamed,
  TOO_EARLY,
  unknownState,
} from '@pledgeline/contracts';
import type { CommandContext } from '@pledgeline/contracts';
import { Type } from 'class-transformer';
import {
  IsDefined,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { BadRequest } from './bad-request.ts';
import type { Schema } from './openapi/named-schemas.ts';
import { requestValidation } from './validation.ts';

export const ON_BEHALF_OF = 'onBehalfOf';

/** Something that people can see. */
const TELLING = /[\p{L}\p{N}]/u;
const SAYS_SOMETHING = { message: '$property must say something' };

class PaperRequest {
  @IsString()
  @MaxLength(500)
  @Matches(TELLING, SAYS_SOMETHING)
  reference!: string;

  @ValidateBy({
    name: 'isDay',
    validator: {
      validate: (value) => typeof value === 'string' && isDay(value),
      defaultMessage: () => '$property must be a day of the calendar, written YYYY-MM-DD',
    },
  })
  @ValidateBy({
    name: TOO_EARLY,
    validator: {
      validate: (value) => typeof value === 'string' && value >= FIRST_OPERATION,
      defaultMessage: () =>
        `$property must not be before ${FIRST_OPERATION}, the first peacekeeping operation`,
    },
  })
  date!: string;
}

class OnBehalfOfRequest {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(TELLING, SAYS_SOMETHING)
  state?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(TELLING, SAYS_SOMETHING)
  body?: string | null;

  @IsDefined({ message: 'the paper by which the act came must be named' })
  @IsObject({ message: '$property must be an object' })
  @ValidateNested()
  @Type(() => PaperRequest)
  paper!: PaperRequest;
}

class RecordedRequest {
  @IsObject({ message: '$property must be an object' })
  @ValidateNested()
  @Type(() => OnBehalfOfRequest)
  onBehalfOf!: OnBehalfOfRequest;
}

const validation = requestValidation();

/**
 * For whom the body says that it is recorded.
 * @throws {BadRequest} naming the fields. @throws {Rejected} UNKNOWN_STATE
 */
export const recordedIn = (body: object): NonNullable<CommandContext['recorded']> => {
  const { onBehalfOf } = body as { readonly onBehalfOf?: unknown };
  const read = validation.transform(
    { onBehalfOf },
    { type: 'body', metatype: RecordedRequest },
  ) as RecordedRequest;
  const { state = null, body: name = null, paper } = read.onBehalfOf;
  if ((state === null) === (name === null)) {
    const message = 'onBehalfOf names either a state or a body';
    throw new BadRequest('VALIDATION_FAILED', message, [{ field: ON_BEHALF_OF, message }]);
  }
  const { reference, date } = paper;
  return { state: state && codeOf(state), body: name && name.trim(), paper: { reference, date } };
};

const codeOf = (written: string): string => {
  const [code, ...others] = statesNamed(written);
  if (code === undefined || others.length > 0) throw unknownState('onBehalfOf.state', written);
  return code;
};

/** The body as the request class of the command knows it. */
export const withoutOthers = (body: object): object => {
  const { onBehalfOf: _, ...own } = body as { readonly onBehalfOf?: unknown };
  return own;
};

const text = { type: 'string', minLength: 1 };
const orNull = { type: ['string', 'null'], minLength: 1, maxLength: 200 };

export const paperSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  required: ['reference', 'date'],
  properties: {
    reference: {
      ...text,
      [FIELD_TITLE]: 'Reference of the paper',
      description: 'The number of the note verbale, cable or record.',
      maxLength: 500,
      example: 'Note verbale 88/2026',
    },
    date: {
      ...{ type: 'string', format: 'date', examples: ['2026-01-12'] },
      [FIELD_TITLE]: 'Day of the paper',
      description: 'Its own day, which has come.',
    },
  },
};

/** How the API document shows it, on the commands that take it. */
export const onBehalfOfSchema: Schema = {
  type: 'object',
  additionalProperties: false,
  description:
    'For officers who record what a state or a body without an account did: exactly one of `state` and `body`, and the paper by which it came. The act then counts on the day of the paper.',
  required: ['paper'],
  properties: {
    state: {
      ...{ ...orNull, 'x-lookup': 'state', example: 'RWA' },
      [FIELD_TITLE]: 'State',
      description: 'The state that did it, by its code or its name.',
      'x-needed-when': { says: 'Needed unless a body did it.' },
    },
    body: {
      ...{ ...orNull, 'x-lookup': 'body', examples: ['UNITAR'] },
      [FIELD_TITLE]: 'Body',
      description: 'The body that did it, of those that have a part in the pledge.',
      'x-needed-when': { says: 'Needed unless a state did it.' },
    },
    paper: {
      $ref: '#/components/schemas/PaperOfAct',
      [FIELD_TITLE]: 'Paper',
      description: 'The note verbale, cable or record that tells of the act.',
    },
  },
};
