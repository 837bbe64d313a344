/** Names of texts, bodies, centres, ministries, measures, priorities and tools. The expected codes are a person's. */
import fc from 'fast-check';
import { capability } from './capability.ts';
import { measures, registerOf, type TitleRegister } from './registers.ts';
import { tagOf, TAGS } from './tag.ts';

const REGISTERS: readonly TitleRegister[] = [
  'texts',
  'bodies',
  'centres',
  'ministries',
  'measures',
  'priorities',
  'tools',
];

it.each([
  ['texts', 'Kigali Principles', 'KIGALI'],
  ['texts', 'the KIGALI principles on protection of civilians', 'KIGALI'],
  ['texts', 'Principes de Kigali', 'KIGALI'],
  ['texts', 'Vancouver-Principles', 'VANCOUVER'],
  ['texts', 'Voluntary compact on sexual exploitation and abuse', 'SEA-COMPACT'],
  ['texts', 'Voluntary Compact (SEA compact)', 'SEA-COMPACT'],
  ['texts', 'Compact on the protection of civilians', 'POC-COMPACT'],
  ['texts', 'Protection of Civilians Compact', 'POC-COMPACT'],
  ['texts', 'A4P Declaration of Shared Commitments', 'A4P-DECLARATION'],
  ['texts', 'A4P', 'A4P'],
  ['texts', 'a4p +', 'A4P-PLUS'],
  ['texts', 'London Communique', 'LONDON-2016'],
  ['bodies', 'UN Peace Building Fund', 'PBF'],
  ['bodies', 'U.N. Peacebuilding Fund (PBF)', 'PBF'],
  ['bodies', 'Fonds pour la consolidation de la paix', 'PBF'],
  ['bodies', 'Elsie Initiative Fund', 'ELSIE'],
  ['bodies', 'UN Mine Action Service', 'UNMAS'],
  ['bodies', 'AU', 'AU'],
  ['bodies', 'Standing police capacity', 'SPC'],
  ['centres', 'Kofi Annan centre', 'KAIPTC'],
  ['centres', 'Kofi Annan International Peacekeeping Training Center', 'KAIPTC'],
  ['centres', 'UN C4ISR Academy', 'UNCAP'],
  ['ministries', 'Min. of Defence', 'DEFENCE'],
  ['ministries', 'Ministère des armées', 'DEFENCE'],
  ['ministries', 'Ministry for Foreign Affairs', 'FOREIGN-AFFAIRS'],
  ['ministries', 'Federal Foreign Office', 'FOREIGN-AFFAIRS'],
  ['measures', 'c-ied', 'AP-COUNTER-IED'],
  ['measures', 'Counter IED', 'AP-COUNTER-IED'],
  ['measures', 'CASEVAC', 'AP-MEDICAL'],
  ['priorities', 'A4P+ priority 4', 'a4p-plus-accountability-of'],
  ['priorities', 'Women, Peace & Security', 'a4p-women'],
  ['tools', 'Board of Inquiry', 'BOARD_OF_INQUIRY'],
  ['tools', 'board-of-inquiry', 'BOARD_OF_INQUIRY'],
] as const)('in %s "%s" is %s', (register, written, code) =>
  expect(registerOf(register).resolve(written)).toBe(code),
);

it.each([
  ['texts', 'Kigali Principle of Vancouver'],
  ['texts', 'Compact'],
  ['bodies', 'Fund'],
  ['bodies', 'PBF (UNMAS)'],
  ['ministries', 'Ministry'],
  ['centres', 'constructor'],
  ['tools', ''],
] as const)('in %s "%s" is nothing, and is not guessed', (register, written) =>
  expect(registerOf(register).resolve(written)).toBeUndefined(),
);

const names = REGISTERS.flatMap((register) =>
  registerOf(register).known.flatMap(({ code, name, aliases }) =>
    [code, name, ...aliases].map((written) => ({ register, code, written })),
  ),
);

it('every name means what bears it, and nothing bears the name of another', () =>
  expect(
    names.filter(({ register, code, written }) => registerOf(register).resolve(written) !== code),
  ).toEqual([]));

it('case, blanks, accents and hyphens never change what a name means', () => {
  const noise = fc.constantFrom(' ', '  ', '\u00a0', '-', '\t');
  fc.assert(
    fc.property(
      fc.constantFrom(...names.filter(({ written }) => !written.includes('-') && !written.includes('_'))),
      fc.array(fc.boolean(), { minLength: 1 }),
      noise,
      fc.boolean(),
      ({ register, code, written }, upper, between, plain) => {
        const cased = Array.from(written, (letter, n) =>
          upper[n % upper.length] ? letter.toUpperCase() : letter.toLowerCase(),
        ).join('');
        const accents = plain ? cased.normalize('NFD').replace(/(?<=\p{Script=Latin})\p{M}+/gu, '') : cased;
        const spaced = ` ${accents.replaceAll(' ', between)} `;
        expect([spaced, registerOf(register).resolve(spaced)]).toEqual([spaced, code]);
      },
    ),
  );
});

it('what the desk enters means it from then on, in any spelling, and takes no name that everybody knows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REGISTERS),
      fc.stringMatching(/^[a-z]{3,8} [a-z]{3,8} zz$/),
      fc.boolean(),
      (register, alias, loud) => {
        const { known, resolve } = registerOf(register);
        const [one, other] = known;
        const added = [{ code: one?.code ?? '', name: one?.code ?? '', aliases: [alias, other?.name ?? ''] }];
        expect(resolve(alias)).toBeUndefined();
        expect(resolve(loud ? alias.toUpperCase() : `  ${alias}`, added)).toBe(one?.code);
        expect(resolve(other?.name ?? '', added)).toBe(other?.code);
      },
    ),
  );
});

it('measures name capabilities that the taxonomy has', () => {
  for (const { capabilities } of measures)
    for (const code of capabilities) expect(capability(code)?.code).toBe(code);
});

it.each([
  ['CPAS', 'CPAS'],
  ['cpas', 'CPAS'],
  ['A4P-Women', 'a4p-women'],
  ['Women, peace and security', 'a4p-women'],
  ['C-IED', 'AP-COUNTER-IED'],
  ['counter-ied', 'counter-ied'],
  ['Counter-IED', 'counter-ied'],
  ['Another tool, named in the report', 'Another tool, named in the report'],
  ['fun', 'fun'],
])('the tag "%s" is %s', (written, code) => expect(tagOf(written)).toBe(code));

it('every tag is itself', () => expect(TAGS.filter((tag) => tagOf(tag) !== tag)).toEqual([]));
