/** What another person has to decide. */
export interface ProposedReclassification {
  readonly capabilityCode: string;
  readonly reason: string;
  /** Subject of the one who proposed it, and so may not decide it. Not for readers. */
  readonly proposedBy: string;
}
