/** The themes of a pledge, and the reports on its progress. */
import type { DataOf } from '@pledgeline/contracts';
import type { Visibility } from '@pledgeline/event-sourcing';
import { statePart } from '../state-part.ts';

export interface ProgressState {
  readonly progress: readonly ProgressReport[] | null;
  readonly tags: Tags | null;
}

export interface Tags {
  readonly themes: readonly string[];
  readonly mainTheme: string | null;
}

export interface ProgressReport extends Omit<DataOf<'ProgressReported'>, 'pledgeId' | 'replaces'> {
  readonly visibility: Visibility;
}

export interface ProgressCommands {
  /** All tags that hold from now on. */
  TagThemes: DataOf<'ThemeTagged'>;
  ReportProgress: Omit<DataOf<'ProgressReported'>, 'author'> & { readonly visibility: Visibility };
}

export const progressState = statePart<ProgressState, ProgressCommands>({ progress: null, tags: null });

/** Of an announcement: the desk may replace them later (ThemeTagged); null where none was given. */
export const tagsAtEntry = ({
  themes,
  mainTheme,
}: Pick<DataOf<'PledgeAnnounced'>, 'themes' | 'mainTheme'>): Tags | null =>
  themes.length === 0 && mainTheme === null ? null : { themes, mainTheme };
