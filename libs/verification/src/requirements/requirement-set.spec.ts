import { specFor } from '@pledgeline/event-sourcing/testing';
import { requirementSet } from './requirement-set.ts';

const given = specFor(requirementSet);
const slot = {
  slot: 'qrf-1',
  capabilityCode: 'QRF-COY',
  mission: 'MINUSCA',
  number: 1,
  priority: 'HIGH' as const,
  note: null,
};
const june = {
  code: 'uniformed-capability-requirements',
  edition: '2021-06-01',
  title: 'Uniformed capability requirements',
  source: 'https://pcrs.un.org',
  slots: [slot],
};
const published = { type: 'RequirementSetPublished' as const, data: june };
const publish = (changes: object = {}) => ({
  type: 'PublishRequirementSet' as const,
  data: { ...june, ...changes },
});
const sfgc = { role: 'SFGC' };

it('an edition is published by the Secretariat, on its own day', () => {
  given().when(publish(), sfgc).then(published);
  expect(given().when(publish(), sfgc).events()).toMatchObject([{ occurredOn: '2021-06-01' }]);
  given().when(publish(), { role: 'MS', onBehalfOf: 'RWA' }).thenRejected('FORBIDDEN');
});

it('a later edition is taken', () =>
  given(published)
    .when(publish({ edition: '2022-03-01' }), sfgc)
    .thenTypes('RequirementSetPublished'));

const editions = ['2021-06-01', '2018-05-01', '2022-03-01'].map((edition) => ({
  type: 'RequirementSetPublished' as const,
  data: { ...june, edition },
}));

it.each(['2017-01-01', '2018-05-02', '2021-12-01', '2022-03-02'])(
  'an edition of %s is entered among others, on its own day',
  (edition) => {
    const entered = given(...editions).when(publish({ edition }), sfgc);
    entered.then({ type: 'RequirementSetPublished', data: { ...june, edition } });
    expect(entered.events()).toMatchObject([{ occurredOn: edition }]);
  },
);

it.each(['2018-05-01', '2021-06-01', '2022-03-01'])(
  'the edition of %s again changes nothing; with other content it is refused',
  (edition) => {
    given(...editions)
      .when(publish({ edition }), sfgc)
      .thenNothing();
    const refused = given(...editions)
      .when(publish({ edition, title: 'Another' }), sfgc)
      .thenRejected('EDITION_NOT_LATER');
    expect(refused.details).toEqual({
      field: 'edition',
      newest: '2022-03-01',
      editions: ['2018-05-01', '2021-06-01', '2022-03-01'],
    });
  },
);

it('an edition is not of a day to come', () => {
  given()
    .when(publish({ edition: '2026-01-16' }), sfgc)
    .thenRejected('DATE_IN_FUTURE');
});

it('each slot is named once, with a capability that is known', () => {
  given()
    .when(publish({ slots: [slot, slot] }), sfgc)
    .thenRejected('SLOT_TWICE');
  given()
    .when(publish({ slots: [{ ...slot, capabilityCode: 'NONE' }] }), sfgc)
    .thenRejected('UNKNOWN_CAPABILITY');
});
