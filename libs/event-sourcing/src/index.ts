export { ANSWERS, TooBusy } from './answers.ts';
export type {
  Answer,
  Answering,
  AnsweringContext,
  Answers,
  AskedQuestion,
  Asker,
  Cost,
  OpenAnswering,
  PreparedAnswer,
  Question,
  Scratch,
  StreamedAnswer,
} from './answers.ts';
export { correctedHistory, wholeStream } from './corrected-history.ts';
export type { History } from './corrected-history.ts';
export { HistoryIncomplete, incompleteBehind, mustContinue } from './history-incomplete.ts';
export type { MissingRevisions } from './history-incomplete.ts';
export { isOurs, notOurs } from './not-ours.ts';
export type { NotOurs } from './not-ours.ts';
export { caughtUpOnce, GROUPS, isFollowing } from './caught-up.ts';
export type { Groups } from './caught-up.ts';
export { countOfGroup, nearestRows, placed } from './nearest-rows.ts';
export { lastEntered, thenEntered } from './order-of-entry.ts';
export type { Place } from './nearest-rows.ts';
export { mustFitAppend, mustNotExceed, MAX_APPEND_BYTES, storedMetadata } from './append-size.ts';
export type { Checkpoints } from './checkpoints.ts';
export type { Command, CommandMeta, RecordedForOthers } from './command.ts';
export type { Decider } from './decider.ts';
export { HandlingFailed } from './delivery.ts';
export type {
  BatchHandler,
  Delivery,
  DeliveryFailure,
  GroupStatus,
  SetAside,
  SetAsideEvent,
  SetAsideItem,
  SetAsideMessage,
  Skips,
} from './delivery.ts';
export { AnotherLog, mustBeIn, mustReach } from './another-log.ts';
export { knownEventOf, placeAfter, placeInText, textOfPlace } from './kept-place.ts';
export type { KeptPlace, KnownEvent, StreamRevision } from './kept-place.ts';
export { EVENT_STORE } from './event-store.ts';
export type {
  AppendResult,
  EventAt,
  EventReader,
  EventStore,
  ExpectedRevision,
  FollowOptions,
  StreamsPage,
} from './event-store.ts';
export { isWider } from './event.ts';
export type {
  AppendedEvent,
  EventCatalogue,
  EventMetadata,
  EventToAppend,
  NewEvent,
  Position,
  RecordedEvent,
  Visibility,
} from './event.ts';
export { handleCommand } from './handle-command.ts';
export type { CommandHandler, HandleCommandOptions } from './handle-command.ts';
export { commandIdReused } from './handled-commands.ts';
export type { Handled } from './handled-commands.ts';
export { derivedId, newId, UUID } from './ids.ts';
export { pause } from './pause.ts';
export { project } from './project.ts';
export type { AnyProjection, ChangedRow, FollowRows, Projection, Projector } from './project.ts';
export { LeadershipLost } from './publisher.ts';
export type { Leadership, Publisher } from './publisher.ts';
export { react, reactionMeta, warningOfRefusals } from './react.ts';
export type { Policy, Reaction, ReactOptions, Send } from './react.ts';
export { relayDistance } from './relay-distance.ts';
export { relay, RELAY_GROUP } from './relay.ts';
export type { Relay, RelayFailure, RelayOptions, RelayStatus } from './relay.ts';
export {
  AppendTooLarge,
  ChangedSince,
  Rejected,
  StoreUnavailable,
  withoutStacks,
  WrongExpectedRevision,
} from './rejected.ts';
export type { RejectionKind } from './rejected.ts';
export { backoff, GaveUp, isOutage, retries } from './retries.ts';
export { refusalBehind, StoreRefuses } from './store-refuses.ts';
export type { Failed, Retries, RetryOptions } from './retries.ts';
export { setAsideCount, setAsideEvent } from './set-aside.ts';
export type { OnSetAside } from './set-aside.ts';
export { fillingFirst, forgetHalfFilled } from './filling-first.ts';
export type { FillingProjector } from './filling-first.ts';
export { streamByStream } from './stream-by-stream.ts';
export { wholeStreams } from './whole-streams.ts';
export type { WholeStreams } from './whole-streams.ts';
export { recordedTimeOf } from './recorded-time.ts';
export { recentWrites } from './recent-writes.ts';
export type { RecentWrites } from './recent-writes.ts';
export { takenCommands } from './taken-commands.ts';
export { turns } from './turns.ts';
export type { TakenCommand, TakenCommands } from './taken-commands.ts';
export type {
  ColumnValue,
  Condition,
  ChangedRows,
  FoundRow,
  Tally,
  TallySince,
  ViewChanges,
  ViewDefinition,
  UsualFields,
  ViewQuery,
  Views,
} from './views.ts';
export { wrote } from './seen-revision.ts';
export type { Reads } from './seen-revision.ts';
export { CLOCK, LOG, OPEN_VIEWS, SIMULATED_TIME } from './infrastructure.ts';
export type { Clock, Log, OpenViews, SimulatedTime } from './infrastructure.ts';
