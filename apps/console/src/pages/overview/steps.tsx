/** How far pledges came: each step with its number and its share, for the two tracks side by side and on one scale. */
import { reportAddress } from '../../addresses/report-search.ts';
import { Bars } from '../../parts/bars.tsx';
import { FEWEST_DRAWN, Plot } from '../../parts/plot.tsx';
import type { Answer } from '../../server/api.ts';
import { statusName } from '../../words/codes.ts';
import { perCent } from '../../words/numbers.ts';
import { say } from '../../words/words.ts';

type Progress = Answer<'/reports/progress'>;

/** The steps of a unit, in their order. Money, training and promises of other kinds have fewer. */
const STEPS = {
  CAPABILITY: [
    'ANNOUNCED',
    'ACKNOWLEDGED',
    'REGISTERED',
    'MATCHED',
    'SELECTED',
    'MOU_SIGNED',
    'READY',
    'DEPLOYED',
  ],
  IMPLEMENTATION: ['ANNOUNCED', 'ACKNOWLEDGED', 'REGISTERED', 'FULFILLED'],
} as const;

export const Steps = ({ progress, csv }: { readonly progress: Progress; readonly csv: string }) => {
  const tracks = progress.byTrack.filter(({ code }) => code in STEPS);
  if (progress.overall.pledges < FEWEST_DRAWN) return null;
  const scale = Math.max(1, ...tracks.map(({ reached }) => reached.ANNOUNCED));
  return (
    <Plot
      title={say().overview.stepsTitle}
      lead={say().overview.stepsLead}
      definitions={[{ name: say().overview.step, text: progress.meanings.reached }]}
      csv={csv}
    >
      <div className="beside">
        {tracks
          .filter(({ pledges }) => pledges >= FEWEST_DRAWN)
          .map(({ code, reached }) => {
            const track = code as keyof typeof STEPS;
            const name = track === 'CAPABILITY' ? say().overview.capability : say().overview.implementation;
            return (
              <section key={code} aria-label={name}>
                <h3>{name}</h3>
                <Bars
                  caption={`${say().overview.stepsTitle} ${name}`}
                  rowsAre={say().overview.step}
                  valuesAre={say().overview.count}
                  notesAre={say().overview.ofBefore}
                  whole={reached.ANNOUNCED}
                  scale={scale}
                  bars={STEPS[track].map((step, n) => ({
                    key: step,
                    label: statusName(step),
                    value: reached[step],
                    ...(reached[step] > 0 && {
                      to: reportAddress('progress', { by: 'track', group: code, figure: `reached_${step}` }),
                    }),
                    ...noteOf(reached[step], n === 0 ? null : reached[STEPS[track][n - 1] ?? 'ANNOUNCED']),
                  }))}
                />
              </section>
            );
          })}
      </div>
    </Plot>
  );
};

/** Against the step before, where it says something. */
const noteOf = (reached: number, before: number | null): { readonly note?: string } =>
  before === null || before === 0 || reached === 0 ? {} : { note: perCent(reached / before) };
