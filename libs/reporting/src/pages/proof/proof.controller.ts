/** The HTTP endpoints of the log of proofs: those of C2SP tlog-tiles, and proofs in JSON. */
import { Controller, Get, Inject, Query, Req } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { PreparedAnswer } from '@pledgeline/event-sourcing';
import { SERVED_LOG } from '@pledgeline/transparency';
import type { ServedLog } from '@pledgeline/transparency';
import { ConsistencyRequest, InclusionRequest } from './proof.request.ts';
import { consistencyProofSchema, inclusionProofSchema, proofLogSchema } from './proof.schema.ts';
import { consistencyProof, inclusionProof, proofLog } from './proofs.ts';
import { cosignedNote, keptLog, keyStatements, signedTree } from './signed-tree.ts';
import type { SignedTree } from './signed-tree.ts';
import { jsonAnswer, noteAnswer, tileAnswer } from './tiles.ts';

interface HttpRequest {
  readonly url: string;
}

/** Before what C2SP tlog-tiles names. */
const PREFIX = '/proof/';

@ApiTags('proof')
@Controller('proof')
export class ProofController {
  constructor(@Inject(SERVED_LOG) private readonly log: ServedLog | null) {}

  @Get('checkpoint')
  @ApiOperation({
    operationId: 'getCheckpoint',
    summary: 'The newest signed head of the log, as C2SP tlog-checkpoint',
    description:
      'Answers the signed note, byte for byte: origin, size and root of the tree of all events. Keep it: whoever has an older one sees any change of what came before it. Before the first head is signed it is 503.',
  })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  checkpoint(): PreparedAnswer {
    return noteAnswer(keptLog(this.log), this.tree().head.note);
  }

  @Get('cosigned')
  @ApiOperation({
    operationId: 'getCosignedCheckpoint',
    summary: 'The newest head of the log that enough witnesses have signed, too',
    description:
      'Answers the signed note with the signatures of witnesses below it, as many as the policy of the installation wants. It may be some seconds older than the newest head, and the tree of that goes on from it. Before there is one it is 404 (NOT_COSIGNED).',
  })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  cosigned(): PreparedAnswer {
    return noteAnswer(keptLog(this.log), cosignedNote(this.tree()));
  }

  @Get('keys')
  @ApiOperation({
    operationId: 'getKeyStatements',
    summary: 'That the keys of the log have handed over to each other',
    description:
      'Answers a signed note for each change of the key, oldest first, with an empty line between two: the text pledgeline-key/v1, the origin, the next key, and how many leaves were signed by then, signed by the key before it. Where the log has the key that it began with it is 404 (KEY_UNCHANGED).',
  })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  keys(): PreparedAnswer {
    const log = keptLog(this.log);
    return noteAnswer(log, keyStatements(log));
  }

  @Get('tile/*')
  @ApiParam({
    name: 'path',
    description:
      'Level and place as C2SP tlog-tiles has them, such as `0/x001/067` or, at the right edge, `0/x001/067.p/12`; `entries/…` for what was hashed into the leaves. Its slashes are not encoded.',
    schema: { type: 'string', example: '0/000.p/1' },
  })
  @ApiOperation({
    operationId: 'getTile',
    summary: 'Hashes of the tree, or entries of the log, 256 at a time, as C2SP tlog-tiles',
    description:
      'Answers the hashes one after the other, and entries each after its length in two bytes. What was served once never changes. Beyond the signed tree it is 404.',
  })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  tile(@Req() { url }: HttpRequest): PreparedAnswer {
    const [path = ''] = url.split('?', 1);
    return tileAnswer(keptLog(this.log), path.slice(PREFIX.length));
  }

  @Get('log')
  @ApiOperation({
    operationId: 'getProofLog',
    summary: 'Which log it is, its key, and how far it is signed',
    description: 'Says which log this is, what verifies its signatures, and its newest signed head.',
  })
  @ApiOkResponse({ schema: proofLogSchema })
  about(): PreparedAnswer {
    const log = keptLog(this.log);
    return jsonAnswer(log, proofLog(log, this.tree()));
  }

  @Get('inclusion')
  @ApiOperation({
    operationId: 'getInclusionProof',
    summary: 'Proves that a leaf is in a tree',
    description:
      'Answers the hashes beside the way from the leaf to the root, lowest first (RFC 6962, section 2.1.1).',
  })
  @ApiOkResponse({ schema: inclusionProofSchema })
  inclusion(@Query() query: InclusionRequest): PreparedAnswer {
    return jsonAnswer(keptLog(this.log), inclusionProof(this.tree(), query));
  }

  @Get('consistency')
  @ApiOperation({
    operationId: 'getConsistencyProof',
    summary: 'Proves that a tree goes on from an older one',
    description: 'Answers the hashes by which both roots can be made (RFC 6962, section 2.1.2).',
  })
  @ApiOkResponse({ schema: consistencyProofSchema })
  consistency(@Query() query: ConsistencyRequest): PreparedAnswer {
    return jsonAnswer(keptLog(this.log), consistencyProof(this.tree(), query));
  }

  private tree(): SignedTree {
    return signedTree(keptLog(this.log));
  }
}
