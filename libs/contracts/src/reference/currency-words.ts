/**
 * What people write for a currency besides its code. One that names several is either assumed (dollars and pounds, as the
 * lifecycle page says) or asked for: never guessed.
 */
import { currencies } from './currencies.data.ts';

export interface NamedCurrency {
  /** ISO 4217, one or several. */
  readonly candidates: readonly string[];
  /** Taken for the first of them, and marked; false where the others are asked for. */
  readonly assumed: boolean;
}

const sure = (code: string): NamedCurrency => ({ candidates: [code], assumed: false });
const asked = (codes: string): NamedCurrency => ({ candidates: codes.split(' '), assumed: false });
/** Any currency of that name may be meant; the first is the most likely. */
const assumed = (codes: string): NamedCurrency => ({ candidates: codes.split(' '), assumed: true });

const codesCalled = (word: string, first: string): string =>
  [
    first,
    ...currencies
      .filter(({ code, names }) => code !== first && names.some((name) => name.toLowerCase().endsWith(word)))
      .map(({ code }) => code),
  ].join(' ');

const DOLLARS = assumed(codesCalled('dollar', 'USD'));
const POUNDS = assumed(codesCalled('pound', 'GBP'));
const CROWNS = asked('DKK ISK NOK SEK');
const CROWNS_OR_KORUNAS = asked('CZK DKK ISK NOK SEK');
const FRANCS = asked('CHF XAF XOF BIF CDF DJF GNF KMF RWF XPF');
const CFA_FRANCS = asked('XAF XOF');
const DINARS = asked('BHD DZD IQD JOD KWD LYD RSD TND');
const RUPEES = asked('INR LKR MUR NPR PKR SCR');
const PESOS = asked('ARS CLP COP CUP DOP MXN PHP UYU');
const RIALS = asked('IRR OMR QAR SAR YER');
const SHILLINGS = asked('KES SOS TZS UGX');
const GUILDERS = asked('ANG AWG XCG');

/** In the singular, in lower case, without accents and dots. */
const WORDS: Readonly<Record<string, NamedCurrency>> = {
  dollar: DOLLARS,
  dolar: DOLLARS,
  pound: POUNDS,
  krone: CROWNS,
  kroner: CROWNS,
  krona: CROWNS,
  kronor: CROWNS,
  kronur: CROWNS,
  kr: CROWNS,
  crown: CROWNS_OR_KORUNAS,
  couronne: CROWNS_OR_KORUNAS,
  corona: CROWNS_OR_KORUNAS,
  franc: FRANCS,
  franco: FRANCS,
  fr: FRANCS,
  cfa: CFA_FRANCS,
  fcfa: CFA_FRANCS,
  'f cfa': CFA_FRANCS,
  'cfa franc': CFA_FRANCS,
  'franc cfa': CFA_FRANCS,
  'cfp franc': sure('XPF'),
  sfr: sure('CHF'),
  dinar: DINARS,
  rupee: RUPEES,
  rs: RUPEES,
  peso: PESOS,
  rial: RIALS,
  riyal: RIALS,
  shilling: SHILLINGS,
  sh: SHILLINGS,
  ksh: sure('KES'),
  tsh: sure('TZS'),
  ush: sure('UGX'),
  dirham: asked('AED MAD'),
  lira: asked('LBP TRY'),
  rouble: asked('BYN RUB'),
  ruble: asked('BYN RUB'),
  won: asked('KPW KRW'),
  manat: asked('AZN TMT'),
  leu: asked('MDL RON'),
  lei: asked('MDL RON'),
  som: asked('KGS UZS'),
  kwacha: asked('MWK ZMW'),
  colon: asked('CRC SVC'),
  bolivar: asked('VED VES'),
  guilder: GUILDERS,
  florin: GUILDERS,
  escudo: sure('CVE'),
  'us dollar': sure('USD'),
  'dollars americains': sure('USD'),
  'dollars canadiens': sure('CAD'),
  'dolares estadounidenses': sure('USD'),
  'dolares canadienses': sure('CAD'),
  'livre sterling': sure('GBP'),
  'livres sterling': sure('GBP'),
  'libra esterlina': sure('GBP'),
  'libras esterlinas': sure('GBP'),
  'franc suisse': sure('CHF'),
  'francs suisses': sure('CHF'),
  'francs cfa': CFA_FRANCS,
};

/** Signs, without blanks and dots, in capitals. "$" and "£" are assumed. */
const SIGNS: Readonly<Record<string, NamedCurrency>> = {
  $: DOLLARS,
  '£': POUNDS,
  '¥': asked('CNY JPY'),
  '€': sure('EUR'),
  US$: sure('USD'),
  $US: sure('USD'),
  C$: sure('CAD'),
  CA$: sure('CAD'),
  CAN$: sure('CAD'),
  CDN$: sure('CAD'),
  A$: sure('AUD'),
  AU$: sure('AUD'),
  NZ$: sure('NZD'),
  HK$: sure('HKD'),
  S$: sure('SGD'),
  NT$: sure('TWD'),
  R$: sure('BRL'),
  'UK£': sure('GBP'),
  'GB£': sure('GBP'),
  'E£': sure('EGP'),
  'JP¥': sure('JPY'),
  'CN¥': sure('CNY'),
  '₹': sure('INR'),
  '₩': asked('KPW KRW'),
  '₽': sure('RUB'),
  '₺': sure('TRY'),
  '₦': sure('NGN'),
  '₴': sure('UAH'),
  '₪': sure('ILS'),
  '₱': sure('PHP'),
  '₫': sure('VND'),
  '฿': sure('THB'),
  '₵': sure('GHS'),
  '₸': sure('KZT'),
};

/** Codes that are words too: they are read in capitals only, so that "all" is no Albanian lek. */
const ALSO_WORDS = new Set('ALL BAM BOB COP CUP GEL LAK MAD MOP PEN RON RUB SOS STD TOP TRY'.split(' '));

const byName: ReadonlyMap<string, NamedCurrency> = new Map([
  ...Object.entries(WORDS),
  ...currencies.flatMap(({ code, names }) => names.map((name) => [wordKey(name), sure(code)] as const)),
]);

const codes: ReadonlySet<string> = new Set(currencies.map(({ code }) => code));

/** A code, a sign or a name; undefined for what names no currency. */
export const namedCurrency = (text: string): NamedCurrency | undefined => {
  const code = text.toUpperCase();
  if (codes.has(code) && (text === code || !ALSO_WORDS.has(code))) return sure(code);
  const sign = code.replace(/[ .]/g, '');
  const ofCode = /^([A-Z]{3})[$€£¥]$|^[$€£¥]([A-Z]{3})$/.exec(sign);
  if (ofCode !== null && codes.has(ofCode[1] ?? ofCode[2] ?? '')) return sure(ofCode[1] ?? ofCode[2] ?? '');
  if (Object.hasOwn(SIGNS, sign)) return SIGNS[sign];
  const word = wordKey(text);
  return byName.get(word) ?? byName.get(word.replace(/s$/, '')) ?? byName.get(word.replace(/es$/, ''));
};

function wordKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}.'’]/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/g, ' ')
    .trim();
}
