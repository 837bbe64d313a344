/** A table reads back as it was, whatever saved it; what cannot be told for sure is refused in one line. */
import { gzipSync } from 'node:zlib';
import { guardedCell } from '@pledgeline/contracts';
import fc from 'fast-check';
import { encoded } from './testing/encoded.ts';
import { cellsOf, readFileOf, refusalOf } from './testing/reading.ts';

const HEADER = ['memberState', 'quantity', 'description'];
const quoted = (cell: string): string => `"${guardedCell(cell).replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[], delimiter = ',', end = '\r\n'): string =>
  [HEADER, ...rows.map((row) => row.map(quoted))].map((row) => row.join(delimiter) + end).join('');

const delimiters = fc.constantFrom(',', ';', '\t', '|');
const ends = fc.constantFrom('\n', '\r\n', '\r');
const tableOf = (cell: fc.Arbitrary<string>) =>
  fc.array(
    fc.tuple(
      cell,
      cell,
      cell.map((text) => `x ${text}`),
    ),
    { minLength: 1, maxLength: 8 },
  );

describe('any table reads back the same', () => {
  const unicode = fc
    .string({ unit: 'binary' })
    .filter((text) => !/[\0\uFFFD\uFEFF]/u.test(text) && !/\p{Cs}/u.test(text));
  const encodings = fc.constantFrom(
    ...['utf-8', 'utf-16le', 'utf-16be'].flatMap((label) => [
      { label, mark: true },
      { label, mark: false },
    ]),
  );

  it('in every Unicode encoding with or without its mark, with every delimiter and line ending', async () => {
    await fc.assert(
      fc.asyncProperty(
        tableOf(unicode),
        encodings,
        delimiters,
        ends,
        async (rows, { label, mark }, by, end) => {
          const file = encoded(csv(rows, by, end), label, { mark });
          const read = await readFileOf(file);
          expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
          expect(read.count).toBe(rows.length);
          expect(read.rows.every(({ fault }) => fault === null)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  describe('in Windows-1252', () => {
    const western = (words: readonly string[]) =>
      tableOf(fc.array(fc.constantFrom(...words), { minLength: 1 }).map((all) => all.join(' ')));
    const UNDECIDED = /^the encoding of the file cannot be told for sure/;

    it.each([
      ['Spanish', ['Perú', 'Señor', 'México', 'médico', '5 €', 'plain']],
      ['Portuguese', ['São Tomé', 'Moçambique', 'batalhão', 'a – b', 'plain']],
      ['Danish', ['Øst', 'hærens', 'Færøerne', 'på', '5 €', 'plain']],
      ['German', ['Türkei', 'für', 'Österreich', 'Größe', 'a – b', 'plain']],
      ['French, in two words with accents', ['Côte d’Ivoire', 'été', '“plain”', '5 €']],
    ])('%s', async (_, words) => {
      await fc.assert(
        fc.asyncProperty(western(words), delimiters, ends, async (rows, by, end) => {
          expect(await cellsOf(encoded(csv(rows, by, end), 'windows-1252'))).toEqual(rows);
        }),
      );
    });

    // A few words of several languages may as well be Central European: then it is asked, and nothing is guessed.
    it('a mixture is read as it was, or its encoding is asked for', async () => {
      const words = [
        'Côte d’Ivoire',
        'Türkiye',
        'São Tomé',
        'Perú',
        '“génie”',
        'a – b',
        '5 €',
        'Señor',
        'Øst',
        'été',
        'à',
      ];
      await fc.assert(
        fc.asyncProperty(western(words), delimiters, ends, async (rows, by, end) => {
          const file = encoded(csv(rows, by, end), 'windows-1252');
          const cells = await cellsOf(file).catch((error: unknown) => (error as Error).message);
          if (typeof cells === 'string') expect(cells).toMatch(UNDECIDED);
          else expect(cells).toEqual(rows);
          expect(await cellsOf(file, 'windows-1252')).toEqual(rows);
        }),
      );
    });
  });

  it('with columns in any order and case, with blanks, quotes and blank columns', async () => {
    const spelled = (name: string) =>
      fc.constantFrom(
        name,
        name.toUpperCase(),
        ` ${name} `,
        `"${name}"`,
        ` "${name}"`,
        name.replace('S', ' s'),
      );
    const names = fc.shuffledSubarray(HEADER, { minLength: 3 });
    const header = names.chain((order) =>
      fc.tuple(fc.constant(order), fc.tuple(...order.map(spelled)), fc.nat(2), fc.boolean()),
    );
    await fc.assert(
      fc.asyncProperty(header, delimiters, async ([order, written, blanks, leading], by) => {
        const before = leading ? [''] : [];
        const after = Array<string>(blanks).fill('');
        const row = order.map((name) => `${name} of the row`);
        const file = [
          [...before, ...written, ...after],
          [...before, ...row, ...after],
        ]
          .map((cells) => cells.join(by))
          .join('\n');
        const read = await readFileOf(file);
        expect(read.columns).toEqual(order);
        expect(read.rows).toHaveLength(1);
        expect(read.rows[0]!.fault).toBeNull();
        for (const name of order) expect(read.rows[0]!.cell(name)).toBe(`${name} of the row`);
      }),
    );
  });
});

describe('what it was read as is told', () => {
  const row = ['Côte d’Ivoire', '1', 'génie'];
  it.each([
    ['commas, UTF-8', encoded(csv([row]), 'utf-8')],
    ['semicolons, UTF-8', encoded(csv([row], ';'), 'utf-8', { mark: true })],
    ['tabs, UTF-16 LE', encoded(csv([row], '\t'), 'utf-16le', { mark: true })],
    ['bars, UTF-16 BE', encoded(csv([row], '|'), 'utf-16be')],
    ['semicolons, Windows-1252', encoded(csv([row], ';'), 'windows-1252')],
  ])('%s', async (readAs, file) => {
    expect(await readFileOf(file)).toMatchObject({ readAs, count: 1 });
    expect(await cellsOf(file)).toEqual([row]);
  });
});

describe('a line by which Excel knows the delimiter', () => {
  it.each([
    ['sep=,\n', ','],
    ['sep=;\r\n', ';'],
    ['SEP=\t\n', '\t'],
    ['"sep=;"\r\n', ';'],
    // A file saved again with other delimiters keeps the line.
    ['sep=;\n', ','],
  ])('%j is no row, and lines are counted with it', async (line, by) => {
    const { rows } = await readFileOf(line + csv([['Togo', '1', 'a, b; c']], by, '\n'));
    expect(rows.map(({ cells }) => cells)).toEqual([['Togo', '1', 'a, b; c']]);
    expect(rows[0]!.line).toBe(3);
  });
});

describe('other alphabets, where their letters leave no doubt', () => {
  it.each([
    ['windows-1251', 'Один батальон, вертолёты и медицинский персонал для миссии; подготовка'],
    ['koi8-r', 'Один батальон, вертолёты и медицинский персонал для миссии; подготовка'],
    ['windows-1256', 'كتيبة مشاة واحدة مع المعدات وفريق طبي من وزارة الدفاع'],
    ['shift_jis', '施設部隊の派遣について、外務省の発表'],
    ['euc-kr', '보병 대대 하나와 헬리콥터 부대를 제공한다'],
    ['gb18030', '一个步兵营和直升机分队，由外交部宣布'],
    ['big5', '一個步兵營和直升機分隊，由外交部宣布'],
  ])('%s', async (label, description) => {
    expect(await cellsOf(encoded(csv([['X', '1', description]]), label))).toEqual([['X', '1', description]]);
  });
});

describe('what cannot be told for sure is refused, and named it is read', () => {
  it.each([
    ['windows-1250', 'Żandarmeria wojskowa, gotowość w ciągu trzydziestu dni'],
    ['windows-1250', 'Vojenská policie, výcvik příslušníků, žádost ministra'],
    ['windows-1254', 'Bir piyade taburu, eğitim ve öğretim, İstanbul görüşmesi'],
    ['macintosh', 'Côte d’Ivoire, une unité déjà formée'],
    ['windows-1257', 'Latvija: kājnieku rota, mācības un aprīkojums, šā gada žurnāls'],
    ['iso-8859-2', 'Egy gyalogos század, erő és felszerelés Magyarországról'],
  ])('%s', async (label, description) => {
    const file = encoded(csv([['X', '1', description]]), label);
    await expect(readFileOf(file)).rejects.toThrow(
      /^the encoding of the file cannot be told for sure: save it as/,
    );
    expect(await cellsOf(file, label)).toEqual([['X', '1', description]]);
  });

  it('an encoding that nobody knows is wrong usage', async () => {
    await expect(readFileOf(csv([]), 'ebcdic')).rejects.toMatchObject({ code: 2 });
  });
});

describe('what is no table is named in one line, with how to save it', () => {
  const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj', 'latin1');
  const png = Buffer.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
  ]);
  const oldExcel = Buffer.from('d0cf11e0a1b11ae1' + '00'.repeat(600), 'hex');
  it.each([
    ['is compressed with gzip: unpack it first', gzipSync(csv([['Togo', '1', 'x']]))],
    ['is application/pdf', pdf],
    ['is image/png', png],
    ['is an older Excel file', oldExcel],
    ['is a zip archive', Buffer.from('504b0304' + '00'.repeat(40), 'hex')],
    ['is UTF-32', Buffer.from('fffe00006d000000', 'hex')],
    ['is no text and nothing that is known', Buffer.from([1, 2, 0, 4, 5, 200, 201])],
    ['is empty: a header line was expected', Buffer.alloc(0)],
  ])('the file %s', async (said, file) => {
    const refusal = await refusalOf(file);
    expect(refusal).toMatchObject({ code: 2 });
    expect(refusal.message).toContain(`the file ${said}`);
    expect(refusal.message).not.toContain('\n');
  });
});

describe('the header', () => {
  it('missing, unknown and repeated columns are all named', async () => {
    await expect(readFileOf('memberState,memberState,d\n1,2,3\n')).rejects.toThrow(
      /missing: quantity, description; unknown: d; twice: memberState/,
    );
  });

  it('tells which kind of rows it is', async () => {
    expect((await readFileOf('code,kind,place\na,b,c\n')).kind).toBe('conferences');
    expect((await readFileOf(csv([['a', 'b', 'c']]))).kind).toBe('pledges');
  });

  it('of a reject file has the reasons first, which are left out', async () => {
    const read = await readFileOf('row,field,reason,code,code,kind,place\n7,place,is blank,INVALID,a,b,c\n');
    expect(read).toMatchObject({ kind: 'conferences', columns: ['code', 'kind', 'place'] });
    expect(read.rows[0]!.cells).toEqual(['a', 'b', 'c']);
  });
});
