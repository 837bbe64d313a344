import fc from 'fast-check';
import { saysWhen } from './stated-time.ts';
import { VAGUE_TIMES } from './vague-times.data.ts';

const VAGUE = [
  'when appropriate',
  'When Appropriate.',
  'as needed',
  'TBD',
  'T.B.D.',
  'to be determined',
  'in due course',
  'soon',
  'upon request',
  'on request of the United Nations',
  'as needed, upon request of the Secretariat',
  'as soon as possible',
  'ASAP!',
  '(n/a)',
  'very soon',
  'soon or later',
  'open-ended',
  'short-term',
  'at the shortest possible notice',
  'dès que possible',
  'DES QUE POSSIBLE',
  'à déterminer',
  'a su debido tiempo',
  'по мере необходимости',
  '待定',
  'عند الحاجة',
  '',
  '   ',
  '—',
];

it.each(VAGUE)('"%s" says no day', (text) => expect(saysWhen(text)).toBe(false));

it('nothing at all says none either', () => expect(saysWhen(null)).toBe(false));

/** As people say when: days, periods, what happens, and now. All but the last are of the real rows. */
const SAYING = [
  'by 2016',
  '2017',
  'year 1',
  'from year 3',
  'up to 12 months',
  'ten months',
  'every year',
  'until end of 2018',
  'over 10 years',
  '2022-2025',
  'after the closure of UNMIL',
  'from November 2016, six months',
  '3-5 years',
  'as needed until 2027',
  'within 60 days of a request',
  'upon request, within 90 days',
  'soon after the mandate is renewed',
  'immediately',
  'ongoing',
  'when the mission opens',
  'as soon as the MOU is signed',
  'summer',
];

it.each(SAYING)('"%s" says when', (text) => expect(saysWhen(text)).toBe(true));

const ways = [
  (text: string) => text.toUpperCase(),
  (text: string) => ` ${text}.`,
  (text: string) => text.replaceAll(' ', '-'),
  (text: string) => text.replaceAll(' ', '\u00a0 '),
  (text: string) => text.normalize('NFD'),
];

it('vague words are vague however they are written and joined, and a year beside them says when', () => {
  const phrase = fc.constantFrom(...VAGUE_TIMES);
  fc.assert(
    fc.property(phrase, phrase, fc.constantFrom(...ways), (one, other, written) => {
      expect(saysWhen(written(one))).toBe(false);
      expect(saysWhen(written(`${one}, ${other}`))).toBe(false);
      expect(saysWhen(written(`${one}, by 2027`))).toBe(true);
    }),
  );
});
