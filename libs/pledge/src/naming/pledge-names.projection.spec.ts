import { recorded } from '@pledgeline/event-sourcing/testing';
import { pledgeNames } from './pledge-names.projection.ts';

const step: (typeof pledgeNames)['apply'] = (row, event) => pledgeNames.apply(row, event);

it.each(['PledgeAnnounced', 'PledgeDerived'] as const)(
  'a pledge is known by its reference from %s on, whether announced or come of others',
  (type) => {
    const event = recorded(
      { type, data: { pledgeId: 'p', reference: '2021-seoul/KOR/INF-BN-7F3K2' } },
      0,
      'pledge-p',
    );
    expect(pledgeNames.handles).toContain(type);
    expect(pledgeNames.keyOf(event)).toBe('p');
    const row = step(undefined, event)!;
    expect(pledgeNames.columns.reference!(row)).toBe('2021-seoul/KOR/INF-BN-7F3K2');
  },
);
