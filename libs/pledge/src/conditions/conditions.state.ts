/** What a state makes its promise depend on, and what became of it. */
export interface Condition {
  readonly conditionId: string;
  readonly text: string;
  /** Null where no source gives a date. */
  readonly declaredOn: string | null;
  /** Null while nobody knows. */
  readonly outcome: 'MET' | 'FAILED' | null;
  readonly settledOn: string | null;
  readonly evidence: string | null;
}

export const openConditions = ({
  conditions,
}: {
  readonly conditions: readonly Condition[];
}): readonly Condition[] => conditions.filter(({ outcome }) => outcome === null);
