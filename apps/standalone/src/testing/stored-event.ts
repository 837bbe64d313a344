/** Events of every type, made from those that are kept of each: for tests that need one of each and not a whole scenario. */
import { readdirSync, readFileSync } from 'node:fs';
import { eventContract, streamName } from '@pledgeline/contracts';
import type { StreamCategory } from '@pledgeline/contracts';
import { derivedId } from '@pledgeline/event-sourcing';
import type { EventToAppend, RecordedEvent, Visibility } from '@pledgeline/event-sourcing';

const folder = new URL('../../../../libs/contracts/stored/', import.meta.url);

/** In the newest shape; the files are named by type and version. */
const newest = new Map<string, RecordedEvent>();
for (const file of readdirSync(folder).sort()) {
  const event = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as RecordedEvent;
  newest.set(event.type, event);
}

export const idOf = (name: string): string => derivedId('stored event', name);

/** How the salts and the traces of these events begin, by which a test finds them wherever they should not be. */
export const SALT_MARK = '5a17ed5a17ed';
export const TRACE_MARK = '72ace0f0';

export interface Done {
  readonly stream: string;
  readonly event: EventToAppend;
}

/** What is said otherwise than in the event that is kept. */
export interface Otherwise {
  readonly id?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  /** That of the type when absent. */
  readonly visibility?: Visibility;
  /** Another content: other texts, figures and days, at the same ids and with the same business date. */
  readonly isVariant?: boolean;
  /** Members that the variant has as they are. */
  readonly keeps?: readonly string[];
}

/**
 * @param subject whom it is about: ids follow from it, so that events of one subject refer to each other.
 * @param n of the event, for its own id.
 */
export const storedEvent = (type: string, subject: string, n: number, otherwise: Otherwise = {}): Done => {
  const kept = newest.get(type);
  if (kept === undefined) throw new Error(`no event of type ${type} is kept`);
  const category = kept.stream.slice(0, kept.stream.indexOf('-')) as StreamCategory;
  const { occurredOn } = kept.metadata;
  const { visibility } = eventContract(type);
  const data = { ...(ofSubject(kept.data, subject) as object), ...otherwise.data };
  const same = Object.entries(data).filter(([name]) => otherwise.keeps?.includes(name) === true);
  return {
    stream: NAMED.has(category) ? kept.stream : streamName(category, idOf(subject)),
    event: {
      id: otherwise.id ?? idOf(`event ${n}`),
      type,
      schemaVersion: kept.schemaVersion,
      data:
        otherwise.isVariant === true
          ? { ...(otherContent(data, occurredOn) as object), ...Object.fromEntries(same) }
          : data,
      metadata: {
        ...kept.metadata,
        salt: `${SALT_MARK}${idOf(`salt ${n}`).replaceAll('-', '').slice(SALT_MARK.length)}`,
        traceparent: `00-${TRACE_MARK}${'1'.repeat(24)}-b7ad6b7169203331-01`,
        visibility: otherwise.visibility ?? visibility,
        commandId: idOf(`command ${n}`),
        causationId: null,
      },
    },
  };
};

/** Streams whose id is what people call it: as in the event that is kept. */
const NAMED: ReadonlySet<string> = new Set(['conference', 'requirements', 'mission', 'group', 'register']);
/** Ids of what the subject itself is. */
const OWN_IDS: ReadonlySet<string> = new Set(['pledgeId', 'gapId', 'visitId', 'needId', 'ideaId']);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const ofSubject = (value: unknown, subject: string, field = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => ofSubject(item, subject, field));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, ofSubject(inner, subject, name)]),
    );
  if (typeof value !== 'string' || !UUID.test(value)) return value;
  return OWN_IDS.has(field) ? idOf(subject) : idOf(`${field} of ${subject}`);
};

const otherContent = (value: unknown, occurredOn: string | null, field = ''): unknown => {
  if (Array.isArray(value)) return value.map((item) => otherContent(item, occurredOn, field));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, otherContent(inner, occurredOn, name)]),
    );
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string' || UUID.test(value) || isWordOfTheField(value, field)) return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value))
    return value === occurredOn ? value : `${value.slice(0, 8)}${value.endsWith('28') ? '27' : '28'}`;
  return `${value}, otherwise`;
};

/** Of closed lists and reference data: it has to stay one of them. */
const isWordOfTheField = (value: string, field: string): boolean =>
  /^([A-Z][A-Z_]+|L[123])$/.test(value) ||
  /(code|codes|mission|field|unit|stream|group|register)$/i.test(field);
