export {
  Amount,
  Day,
  Figure,
  Id,
  Ids,
  OccurredOn,
  OneOf,
  Pattern,
  PerCent,
  ReplacedBy,
  SomeOf,
  Text,
  Texts,
  Whole,
  YesNo,
} from './field.ts';
export { Part, Parts } from './nested-field.ts';
export { PledgeId, PledgeIds } from './pledge-id.ts';
export { EXAMPLE_REFERENCE, pledgeReference, REFERENCE } from './pledge-reference.ts';
export { pledgeFinder, pledgesByName, type FindPledge } from './pledges-by-name.ts';
export { CONFERENCE_CODE, conferenceCode, revisionNumber, uuid } from './path-parameters.ts';
export { AnyValue, Names, Said, Stated, StatedShare, VagueDay, WrittenDay } from './stated-field.ts';
