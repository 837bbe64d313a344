import { moneyPromised } from '../amendment/amendment.state.ts';
import { statesOf } from '../partnership/partnership.state.ts';
import { isDerived } from '../split/split.state.ts';
import { after } from '../testing/a-pledge.ts';
import { caveatDeclared } from '../testing/caveats.ts';
import { historyTo, matched } from '../testing/later-life.ts';
import { JOINT, MERGE, mergeConsented, mergedInto, pledgesMerged } from '../testing/merge-life.ts';
import { money } from '../testing/money.ts';
import { CAVEAT, idOf } from '../testing/named-events.ts';
import { by } from '../testing/example-command.ts';
import { commands } from '../testing/commands.ts';
import { jointPledge } from './joint-pledge.ts';
import type { MergeSource } from './merge.state.ts';

const { ConsentToMerge, MergePledges, MarkMerged, DerivePledge } = commands;
const registered = historyTo.REGISTERED ?? [];
const agreed = [...registered, mergeConsented()];

describe('ConsentToMerge', () => {
  it('is recorded on the source’s own stream', () => {
    after(registered).when(ConsentToMerge).thenTypes('MergeConsented');
    expect(after(agreed).state()).toMatchObject({ status: 'REGISTERED', mergeConsent: { mergeId: MERGE } });
  });

  it('names each pledge of the others once', () => {
    const [event] = after(registered)
      .when(ConsentToMerge, { others: [idOf(97), idOf(98), idOf(97)] })
      .events();
    expect(event?.data).toMatchObject({ others: [idOf(97), idOf(98)] });
    expect(after(agreed).state().mergeConsent).toMatchObject({ others: [] });
  });

  it.each(['ACKNOWLEDGED', 'SELECTED', 'WITHDRAWN'] as const)('is refused while %s', (status) =>
    after(historyTo[status] ?? [])
      .when(ConsentToMerge)
      .thenRefused('WRONG_ORDER'),
  );

  it.each([
    ['UNKNOWN_STATE', { leadState: 'XXX' }],
    ['SHARE_OUT_OF_RANGE', { share: -1 }],
    ['TEXT_MISSING', { consentReference: '' }],
    ['MERGED_WITH_ITSELF', { others: [idOf(97), ConsentToMerge.data.pledgeId] }],
  ])('is refused as %s', (code, changes) =>
    after(registered).when(ConsentToMerge, changes).thenRefused(code),
  );

  it('is the state’s alone', () =>
    after(registered).when(ConsentToMerge, {}, by('DESK')).thenRefused('FORBIDDEN'));
});

type Promised = ReturnType<typeof money> | null;

describe('MergePledges', () => {
  const [own, other] = MergePledges.data.sources as readonly [MergeSource, MergeSource];
  const merge = (change: Partial<MergeSource>) =>
    after(agreed).when(MergePledges, { sources: [own, { ...other, ...change }] });

  it('makes one pledge of several, with a share for each', () => {
    const [event] = after(agreed).when(MergePledges).events();
    expect(event).toMatchObject({
      type: 'PledgesMerged',
      data: {
        lead: 'RWA',
        shares: [
          { state: 'RWA', share: 60 },
          { state: 'KOR', share: 40 },
        ],
      },
    });
    const { status, lineage } = after([...agreed, pledgesMerged()]).state();
    expect({ status, lineage }).toMatchObject({
      status: 'MERGED',
      lineage: { kind: 'MERGE', children: [JOINT] },
    });
  });

  it('of one state is an amendment', () => merge({ memberState: 'RWA' }).thenRefused('ONE_STATE_ONLY'));

  it('of a source at its end is refused', () => {
    const rejected = merge({ status: 'WITHDRAWN' }).thenRejected('SOURCE_NOT_REGISTERED');
    expect(rejected.details).toMatchObject({ pledgeId: idOf(97), pledgeStatus: 'WITHDRAWN' });
  });

  it('of a pledge that does not exist is refused', () =>
    merge({ status: null }).thenRefused('PLEDGE_NOT_FOUND'));

  it('of two tracks is refused', () => merge({ track: 'IMPLEMENTATION' }).thenRefused('TRACK_DIFFERS'));

  it('without the consent of each, for this merger and this lead, is refused', () => {
    merge({ consent: null }).thenRefused('CONSENT_MISSING');
    merge({ consent: { ...other.consent!, mergeId: idOf(99) } }).thenRefused('CONSENT_MISSING');
    merge({ consent: { ...other.consent!, leadState: 'KOR' } }).thenRefused('CONSENT_MISSING');
  });

  it('of shares above the whole is refused', () =>
    merge({ consent: { ...other.consent!, share: 41 } }).thenRefused('SHARES_TOO_LARGE'));

  it('adds up the money of its sources, and of one source takes it as it is', () => {
    const joint = (...promised: readonly Promised[]) => {
      const sources = [own, other].map((source, n) => ({ ...source, money: promised[n] ?? null }));
      return after(agreed).when(MergePledges, { sources });
    };
    const added = (...promised: readonly Promised[]) =>
      (joint(...promised).events()[0]?.data as { readonly money: unknown }).money;
    expect(added(null, null)).toBeNull();
    expect(added(null, money(5))).toEqual(money(5));
    expect(added(money(5), money(0, 3))).toEqual(money(5, 8));
    expect(added(money(5), money(3, null))).toEqual(money(8, null));
    expect(added(money(5), money(3, 3, { funding: null }))).toEqual(money(8, 8, { funding: null }));
    for (const other of [
      { currency: 'EUR' },
      { currencyAssumed: true },
      { per: 'YEAR' },
      { funding: 'ASSESSED' },
    ])
      joint(money(5), money(3, 3, other as object)).thenRefused('MONEY_DIFFERS');
  });

  it('into another track is refused', () =>
    after(agreed).when(MergePledges, { capabilityCode: 'TRG-COURSE' }).thenRefused('TRACK_DIFFERS'));
});

describe('MarkMerged', () => {
  it('takes a source out, and ends what it was matched to since', () => {
    const [event] = after([...historyTo.MATCHED!])
      .when(MarkMerged)
      .events();
    expect(event?.data).toMatchObject({ endedMatches: [{ gapId: matched().data['gapId' as never] }] });
  });

  it('sent again changes nothing', () =>
    after([...agreed, mergedInto()])
      .when(MarkMerged)
      .then());
});

describe('the joint pledge', () => {
  it('promises the money of all its sources', () => {
    const with8 = pledgesMerged({ money: money(8) }).data as Parameters<typeof jointPledge>[0];
    const opened = jointPledge(with8, [source], 'ref', '2025-07-01')!;
    const state = after(
      after([])
        .when({ ...DerivePledge, data: opened })
        .events(),
    ).state();
    expect(moneyPromised(state)).toEqual(money(8));
  });

  const source = after([...agreed, caveatDeclared()]).state();
  const merged = pledgesMerged().data as Parameters<typeof jointPledge>[0];
  const data = jointPledge(merged, [source], 'ref', '2025-07-01');
  const events = after([])
    .when({ ...DerivePledge, data: data! })
    .events();
  const joint = after(events).state();

  it('is carried by all states under its lead, and keeps every open caveat', () => {
    expect(joint).toMatchObject({
      pledgeId: JOINT,
      status: 'REGISTERED',
      level: 'L1',
      partnership: { kind: 'JOINT_PLEDGE', lead: 'RWA', partners: [{ share: 60 }, { share: 40 }] },
      caveats: [{ caveatId: CAVEAT }],
    });
    expect(statesOf(joint)).toEqual(['RWA', 'KOR']);
  });

  it('was announced by its sources, and not by itself', () => {
    expect(isDerived(joint)).toBe(true);
    expect(isDerived(after([...agreed, mergedInto()]).state())).toBe(false);
  });
});
