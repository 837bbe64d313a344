/** What an event of something given says, in one short line for people. */
import { indicator, type PledgeEvent } from '@pledgeline/contracts';
import { list, shortened, words } from './format-parts.ts';

type DeliveryEvent = Extract<
  PledgeEvent,
  {
    type:
      | `Funds${string}`
      | 'CourseDelivered'
      | 'CourseEvaluated'
      | 'ExpertSeconded'
      | 'SecondmentEnded'
      | 'EquipmentDelivered'
      | 'PoliticalActRecorded'
      | 'TargetMeasured';
  }
>;

export const formatDelivery = (event: DeliveryEvent): string => {
  switch (event.type) {
    case 'FundsPledged':
    case 'FundsCommitted':
    case 'FundsReceived': {
      const { amount, currency, fund, funder, funding, trancheYear } = event.data;
      return list([
        `${amount.toLocaleString('en-GB')} ${currency}`,
        funding && words(funding),
        funder && `from ${funder}`,
        fund && `to ${fund}`,
        trancheYear !== null && `tranche of ${trancheYear}`,
      ]);
    }
    case 'CourseDelivered': {
      const { trained, women, place } = event.data;
      return list([`${trained} trained`, women !== null && `${women} women`, place]);
    }
    case 'CourseEvaluated':
      return `${words(event.data.result)}: ${shortened(event.data.text)}`;
    case 'ExpertSeconded': {
      const { persons, post, mission, hostInstitution, from, to } = event.data;
      return list([`${persons} to ${post}`, mission, hostInstitution, `${from} to ${to}`]);
    }
    case 'SecondmentEnded':
      return `on ${event.data.endedOn}`;
    case 'EquipmentDelivered':
      return list([
        `${event.data.number} ${event.data.item} to ${event.data.receiver}`,
        event.data.inUse === true && 'in use',
      ]);
    case 'PoliticalActRecorded':
      return `${words(event.data.act)}: ${event.data.what}`;
    case 'TargetMeasured': {
      const { indicator: code, low, high, unit, target } = event.data;
      const value = low === high ? String(low) : `${low} to ${high}`;
      const name = indicator(code)?.name ?? code;
      return list([`${name}: ${value} ${words(unit)}`, target !== null && `aimed at ${target}`]);
    }
  }
};
