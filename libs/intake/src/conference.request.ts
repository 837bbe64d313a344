/** Bodies of the acts on the record of a conference; named as the columns of the conference file. */
import { CONFERENCE_KINDS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { OccurredOn, OneOf, Pattern, Text, Texts, VagueDay } from '@pledgeline/request-fields';
import { CONFERENCE_CODE } from '@pledgeline/request-fields';

export class ReviseConferenceRequest {
  @OneOf(CONFERENCE_KINDS, { example: 'ministerial' })
  kind!: DataOf<'ConferenceRegistered'>['kind'];

  @Text({ max: 500, example: 'United Nations Peacekeeping Ministerial' })
  name!: string;

  @VagueDay({
    optional: true,
    example: '2027-05-13',
    description: 'As exact as known: a day, a month or a year.',
  })
  start?: string | null;

  @VagueDay({ optional: true, example: '2027-05-14' })
  end?: string | null;

  @Text({ optional: true, max: 500, example: 'Nairobi' })
  place?: string | null;

  @Texts({ optional: true, example: ['Kenya'] })
  hostsCoChairs?: string[] | null;

  @Text({ optional: true, example: 'over 100 states and organisations' })
  participants?: string | null;

  @Text({ optional: true, example: '74', description: 'As published, with other counts beside it.' })
  statesWithNewPledges?: string | null;

  @Text({ optional: true, example: '88 military and police units' })
  headlineTotals?: string | null;

  @Texts({ optional: true, example: ['the future of peacekeeping'] })
  themes?: string[] | null;

  @Text({ max: 2000, example: 'https://peacekeeping.un.org' })
  source!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class RegisterConferenceRequest extends ReviseConferenceRequest {
  @Pattern(CONFERENCE_CODE, { example: '2027-nairobi', description: 'Lower-case words with hyphens.' })
  code!: string;
}
