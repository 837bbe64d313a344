/** Courses, equipment, acts and measurements: lifecycle page, section 7. */
import { indicator, mustHaveCome } from '@pledgeline/contracts';
import { mustBeCapability } from '../category.ts';
import type { Decision } from '../decision-context.ts';
import { mustBePeriod } from '../period.ts';
import { conflict, invalid, isBlank, mustSay } from '../refusal.ts';
import { WOMEN_OF_UNIT } from '../targets/side-by-side.ts';
import { termsPromised } from '../terms/terms.state.ts';

/** A course is counted once. Its contributors, who give instructors, money or rooms, are named in it. */
export const deliverCourse: Decision<'DeliverCourse'> = ({ data, meta }, { delivered }) => {
  if (delivered?.courses.some(({ courseId }) => courseId === data.courseId)) {
    throw conflict('COURSE_ID_REUSED', 'Another course has this id.', { field: 'courseId' });
  }
  if (data.capabilityCode !== null) mustBeCapability(data.capabilityCode);
  mustSay('place', data.place);
  mustBePeriod(data.from, data.to, { oneDay: true });
  mustHaveCome('to', data.to, meta.now);
  for (const field of ['women', 'leaders'] as const) {
    if ((data[field] ?? 0) <= data.trained) continue;
    throw invalid('PART_ABOVE_TOTAL', `${field} cannot be more than all ${data.trained} trained.`, {
      field,
      trained: data.trained,
    });
  }
  return [{ type: 'CourseDelivered', data, occurredOn: data.to }];
};

/** More than was pledged may be given, but then a note says why. A pledge without an upper number has none to exceed. */
export const deliverEquipment: Decision<'DeliverEquipment'> = ({ data }, { delivered, quantity }, { on }) => {
  mustSay('item', data.item);
  mustSay('receiver', data.receiver);
  const before = (delivered?.equipment ?? []).reduce((sum, { number }) => sum + number, 0);
  const pledged = quantity?.max ?? null;
  const inAll = before + data.number;
  if (pledged !== null && inAll > pledged && isBlank(data.note)) {
    throw conflict(
      'NUMBER_ABOVE_PLEDGED',
      `With these, ${inAll} are delivered of ${pledged} pledged. Say why in a note.`,
      { field: 'note', pledged, delivered: inAll },
    );
  }
  return [{ type: 'EquipmentDelivered', data: { ...data, deliveredOn: on } }];
};

export const recordPoliticalAct: Decision<'RecordPoliticalAct'> = ({ data }, _pledge, { on }) => {
  mustSay('what', data.what);
  if ([data.link, data.document].every((text) => isBlank(text))) {
    throw invalid('REFERENCE_MISSING', 'An act is shown by a link or a document.', {
      field: 'link',
      allowed: ['link', 'document'],
    });
  }
  return [{ type: 'PoliticalActRecorded', data: { ...data, doneOn: on } }];
};

/**
 * On units too, in the field as well: the share of women is measured where they serve, against the share that was
 * announced where no other target is named.
 */
export const measureTarget: Decision<'MeasureTarget'> = ({ data }, pledge, { on }) => {
  const known = indicator(data.indicator);
  if (known === undefined) {
    throw invalid('UNKNOWN_INDICATOR', `${data.indicator} is no indicator.`, { field: 'indicator' });
  }
  const most = known.unit === 'PER_CENT' ? 100 : Number.MAX_SAFE_INTEGER;
  for (const field of ['low', 'high', 'target'] as const) {
    const value = data[field] ?? 0;
    if (value >= 0 && value <= most) continue;
    throw invalid('MEASURE_OUT_OF_RANGE', `${known.name} lies between 0 and ${most}.`, { field, most });
  }
  if (data.low > data.high) {
    throw invalid('MEASURE_OUT_OF_RANGE', 'The low end is above the high one.', { field: 'low' });
  }
  const announced = WOMEN_OF_UNIT.has(known.code) ? (termsPromised(pledge)?.womenShareTarget ?? null) : null;
  const target = data.target ?? announced;
  return [{ type: 'TargetMeasured', data: { ...data, target, unit: known.unit, measuredOn: on } }];
};
