/** From one day to another, both of them counted. */
import { Day } from '../../parts/when.tsx';

interface DaysProps {
  readonly of: { readonly from: string | null; readonly to: string | null };
}

export const Days = ({ of: { from, to } }: DaysProps) => (
  <>
    <Day on={from} /> – <Day on={to} />
  </>
);
