/** What can be wished of a pledge: that it is tagged, and that its progress is reported. */
import type { DataOf } from '@pledgeline/contracts';
import type { Visibility } from '@pledgeline/event-sourcing';

export interface ProgressWishes {
  /** All tags that hold from now on. */
  TagThemes: DataOf<'ThemeTagged'>;
  ReportProgress: Omit<DataOf<'ProgressReported'>, 'author'> & { readonly visibility: Visibility };
}
