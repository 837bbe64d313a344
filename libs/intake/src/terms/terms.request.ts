/** Body of terms that are stated after the announcement. */
import { OccurredOn, Part, Text } from '@pledgeline/request-fields';
import { TermsRequest } from '../announcement/announced-parts.request.ts';

export class StateTermsRequest {
  @Part(TermsRequest, { description: 'Only those of which nothing was said; the others are amended.' })
  terms!: TermsRequest;

  @Text({ max: 2000, example: 'Note verbale 2025/90' })
  source!: string;

  @OccurredOn()
  occurredOn?: string | null;
}
