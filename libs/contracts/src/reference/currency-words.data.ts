/**
 * What people write for a currency besides its code: the codes that are meant, the first being the most likely. `dollar` and
 * `pound` stand for all currencies of that name.
 */

const CROWNS = 'DKK ISK NOK SEK';
const CROWNS_OR_KORUNAS = 'CZK DKK ISK NOK SEK';
const FRANCS = 'CHF XAF XOF BIF CDF DJF GNF KMF RWF XPF';
const CFA_FRANCS = 'XAF XOF';
const DINARS = 'BHD DZD IQD JOD KWD LYD RSD TND';
const RUPEES = 'INR LKR MUR NPR PKR SCR';
const PESOS = 'ARS CLP COP CUP DOP MXN PHP UYU';
const RIALS = 'IRR OMR QAR SAR YER';
const SHILLINGS = 'KES SOS TZS UGX';
const GUILDERS = 'ANG AWG XCG';

/** In the singular, in lower case, without accents and dots. */
export const WORDS: Readonly<Record<string, string>> = {
  dollar: 'dollar',
  dolar: 'dollar',
  pound: 'pound',
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
  'cfp franc': 'XPF',
  sfr: 'CHF',
  dinar: DINARS,
  rupee: RUPEES,
  rs: RUPEES,
  peso: PESOS,
  rial: RIALS,
  riyal: RIALS,
  shilling: SHILLINGS,
  sh: SHILLINGS,
  ksh: 'KES',
  tsh: 'TZS',
  ush: 'UGX',
  dirham: 'AED MAD',
  lira: 'LBP TRY',
  rouble: 'BYN RUB',
  ruble: 'BYN RUB',
  won: 'KPW KRW',
  manat: 'AZN TMT',
  leu: 'MDL RON',
  lei: 'MDL RON',
  som: 'KGS UZS',
  kwacha: 'MWK ZMW',
  colon: 'CRC SVC',
  bolivar: 'VED VES',
  guilder: GUILDERS,
  florin: GUILDERS,
  escudo: 'CVE',
  'us dollar': 'USD',
  'dollars americains': 'USD',
  'dollars canadiens': 'CAD',
  'dolares estadounidenses': 'USD',
  'dolares canadienses': 'CAD',
  'livre sterling': 'GBP',
  'livres sterling': 'GBP',
  'libra esterlina': 'GBP',
  'libras esterlinas': 'GBP',
  'franc suisse': 'CHF',
  'francs suisses': 'CHF',
  'francs cfa': CFA_FRANCS,
};

/** Signs, without blanks and dots, in capitals. "$" and "£" are assumed. */
export const SIGNS: Readonly<Record<string, string>> = {
  $: 'dollar',
  '£': 'pound',
  '¥': 'CNY JPY',
  '€': 'EUR',
  US$: 'USD',
  $US: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  CAN$: 'CAD',
  CDN$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  NT$: 'TWD',
  R$: 'BRL',
  'UK£': 'GBP',
  'GB£': 'GBP',
  'E£': 'EGP',
  'JP¥': 'JPY',
  'CN¥': 'CNY',
  '₹': 'INR',
  '₩': 'KPW KRW',
  '₽': 'RUB',
  '₺': 'TRY',
  '₦': 'NGN',
  '₴': 'UAH',
  '₪': 'ILS',
  '₱': 'PHP',
  '₫': 'VND',
  '฿': 'THB',
  '₵': 'GHS',
  '₸': 'KZT',
};

/** Codes that are words too: they are read in capitals only, so that "all" is no Albanian lek. */
export const ALSO_WORDS = 'ALL BAM BOB COP CUP GEL LAK MAD MOP PEN RON RUB SOS STD TOP TRY';
