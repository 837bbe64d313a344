/** What a pledge is about, and what was said of its progress. */
import type { DataOf } from '@pledgeline/contracts';
import type { Visibility } from '@pledgeline/event-sourcing';

export interface Tags {
  readonly themes: readonly string[];
  readonly mainTheme: string | null;
}

export interface ProgressReport extends Omit<DataOf<'ProgressReported'>, 'pledgeId' | 'replaces'> {
  readonly visibility: Visibility;
}
