import fc from 'fast-check';
import { titleKey } from './title-key.ts';

const one = [
  [
    'Ministry of Defence',
    'ministry of defence',
    'MINISTRY OF DEFENCE',
    '  Ministry   of\tDefence ',
    'The Ministry of Defence',
    'Ministry of the Defence',
    'Min. of Defence',
    'Min of Defence',
    'min.of defence',
    'Ministry of Defense',
    'Ministère de la Défense',
    'Ministerio de Defensa',
    'Ministry-of-Defence.',
    'Ｍinistry of Defence',
  ],
  [
    'Ministry of Foreign Affairs and Trade',
    'Ministry for Foreign Affairs & Trade',
    'Min. of Foreign Affairs and Trade',
  ],
  [
    'Kigali Principles',
    'the Kigali principles',
    '“Kigali Principles”',
    'Kigali-Principles',
    'Kigali\u00a0Principles',
  ],
  ['A4P+', 'a4p +', 'A4P plus'],
  ['Security Council resolution 2378 (2017)', 'Security Council Resolution 2378, 2017'],
  ['Ministère de l’Intérieur', "ministere de l'interieur"],
  ['Министерство обороны', 'МИНИСТЕРСТВО ОБОРОНЫ'],
];

it.each(one)('%s is written in many ways', (...spellings) => {
  for (const spelling of spellings)
    expect([spelling, titleKey(spelling)]).toEqual([spelling, titleKey(spellings[0] ?? '')]);
});

it('what is not the same stays apart', () => {
  const apart = [
    ...one.map(([first]) => first ?? ''),
    'Ministry of the Interior',
    'Ministry of Health',
    'A4P',
    'Security Council resolution 2325 (2016)',
    'Kigali',
    'Vancouver Principles',
    '国防部',
    '外交部',
    'constructor',
    '—',
    '…',
  ];
  expect(new Set(apart.map(titleKey)).size).toBe(apart.length);
});

it('case, accents, blanks, punctuation and articles never tell two titles apart', () => {
  const word = fc
    .stringMatching(/^[a-z]{2,8}$/)
    .filter((text) => !['the', 'of', 'and', 'for'].includes(text));
  const noise = fc.constantFrom(' ', '  ', '-', ', ', ' the ', ' of ', ' of the ', ' & ', '\u00a0');
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.array(noise, { minLength: 5 }),
      fc.boolean(),
      (words, between, loud) => {
        const noisy = words
          .map((text, n) => `${text}${n === words.length - 1 ? '.' : (between[n] ?? ' ')}`)
          .join('');
        expect(titleKey(loud ? noisy.toUpperCase() : noisy)).toBe(titleKey(words.join(' ')));
      },
    ),
  );
});
