/** Which states committed to what kind: figures that overlap, and so are never added. */
import { countStates, hasTheme, isOfCategory, stands } from './counting-rules.ts';
import type { RegisterRow } from '../views/register/register-row.ts';
import { grouped } from './grouped.ts';
import type { ReportDefinition } from './report.ts';

const OVERLAP = 'A state may be in several of these figures: they must not be added.';

const statesWith = (figure: string, name: string, what: string, counts: (row: RegisterRow) => boolean) =>
  countStates(
    {
      figure,
      name,
      definition: `states with at least one standing pledge ${what}, alone or with others. ${OVERLAP}`,
    },
    (row) => stands(row) && counts(row),
  );

const measures = [
  statesWith('unit', 'Units', 'of a military or police unit or an enabler', isOfCategory('UNIT', 'ENABLER')),
  statesWith('training', 'Training', 'of training or capacity building', isOfCategory('TRAINING')),
  statesWith(
    'medical',
    'Medical',
    'in medicine: of that category, or of a capability with that theme',
    (row) => isOfCategory('MEDICAL')(row) || hasTheme('medical')(row),
  ),
  statesWith(
    'women',
    "Women's measures",
    'for women in peacekeeping: of that category, or of a capability with that theme',
    (row) => isOfCategory('WPS')(row) || hasTheme('wps')(row),
  ),
  statesWith('technology', 'Technology', 'of technology', isOfCategory('TECHNOLOGY')),
  statesWith('expertise', 'Expertise', 'of experts or individual officers', isOfCategory('EXPERTISE')),
  statesWith('money', 'Money', 'of money', isOfCategory('FINANCE')),
];

export const stateCommitments: ReportDefinition = {
  report: 'state-commitments',
  title: 'States by what they committed to',
  answers: 'How many states pledged units, training, medical help, measures for women?',
  readers: 'PUBLIC',
  make: (context, filters) => grouped(context, filters, measures),
};
