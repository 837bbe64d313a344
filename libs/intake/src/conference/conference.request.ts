/** Bodies of the acts on the record of a conference; named as the columns of the conference file. */
import { CONFERENCE_KINDS, CONFERENCE_ROLES, PUBLISHED_FACTS } from '@pledgeline/contracts';
import type { DataOf } from '@pledgeline/contracts';
import { CONFERENCE_CODE, OccurredOn, OneOf, Parts, Pattern, Text, YesNo } from '@pledgeline/request-fields';
import { Texts, VagueDay } from '@pledgeline/request-fields';

type Conference = DataOf<'ConferenceRegistered'>;

export class ConferenceRoleRequest {
  @Text({ max: 500, example: 'Kenya', description: 'Name or ISO 3166 alpha-3 code; kept as stated.' })
  memberState!: string;

  @OneOf(CONFERENCE_ROLES, { example: 'HOST' })
  role!: Conference['roles'][number]['role'];
}

export class PublishedFactRequest {
  @OneOf(PUBLISHED_FACTS, { example: 'STATES_WITH_NEW_PLEDGES' })
  what!: Conference['published'][number]['what'];

  @Text({ example: '74', description: 'Word for word.' })
  value!: string;

  @Text({ max: 2000, example: 'https://peacekeeping.un.org' })
  source!: string;
}

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

  @YesNo({
    optional: true,
    description:
      'Whether it is one of the summits and ministerials held in turn since 2014; where absent, every summit and ministerial but 2016-paris is.',
  })
  series?: boolean | null;

  @Text({
    optional: true,
    max: 500,
    description:
      'The fund, body or mission for which a fundraising conference raises money, such as the Peacebuilding Fund.',
  })
  raisesFor?: string | null;

  @Pattern(CONFERENCE_CODE, {
    optional: true,
    description: 'The one that a preparatory conference prepares.',
  })
  mainConference?: string | null;

  @Texts({ optional: true, example: ['Kenya'], description: 'Names, where it is not said who does what.' })
  hostsCoChairs?: string[] | null;

  @Parts(ConferenceRoleRequest, { optional: true, description: 'Who hosts, chairs or drives a theme.' })
  roles?: ConferenceRoleRequest[] | null;

  @Text({ optional: true, example: 'over 100 states and organisations' })
  participants?: string | null;

  @Text({ optional: true, example: '74', description: 'As published, with other counts beside it.' })
  statesWithNewPledges?: string | null;

  @Text({ optional: true, example: '88 military and police units' })
  headlineTotals?: string | null;

  @Texts({ optional: true, example: ['the future of peacekeeping'] })
  themes?: string[] | null;

  @Texts({ optional: true, example: ['technology'], description: 'Themes that run through all sessions.' })
  crossCuttingThemes?: string[] | null;

  @Parts(PublishedFactRequest, {
    optional: true,
    description: 'What others published, each with its own source; where they differ, one beside the other.',
  })
  published?: PublishedFactRequest[] | null;

  @Text({ max: 2000, example: 'https://peacekeeping.un.org' })
  source!: string;

  @OccurredOn()
  occurredOn?: string | null;
}

export class RegisterConferenceRequest extends ReviseConferenceRequest {
  @Pattern(CONFERENCE_CODE, { example: '2027-nairobi', description: 'Lower-case words with hyphens.' })
  code!: string;
}
