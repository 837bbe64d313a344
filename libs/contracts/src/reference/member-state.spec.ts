import countries from 'i18n-iso-countries';
import { memberState, memberStates } from './member-state.ts';

const states = memberStates.filter(({ kind }) => kind === 'STATE');

describe('the list', () => {
  it('holds the 193 member states and the two observer states, each once', () => {
    expect(states).toHaveLength(193);
    expect(memberStates.filter(({ kind }) => kind === 'OBSERVER').map(({ code }) => code)).toEqual([
      'PSE',
      'VAT',
    ]);
    expect(new Set(memberStates.map(({ code }) => code)).size).toBe(memberStates.length);
    expect(new Set(memberStates.map(({ name }) => name)).size).toBe(memberStates.length);
  });

  it('every state has a real ISO 3166 alpha-3 code, and no organisation looks as if it had one', () => {
    for (const { code, kind } of memberStates) {
      if (kind === 'ORGANISATION') expect(code).toMatch(/^X-[A-Z]+$/);
      else expect(countries.alpha3ToAlpha2(code)).toMatch(/^[A-Z]{2}$/);
    }
  });

  it('names states as they name themselves now', () => {
    const names = ['TUR', 'CIV', 'VNM', 'CZE', 'SWZ', 'MKD', 'CPV', 'KOR'].map(
      (code) => memberState(code)?.name,
    );
    expect(names).toEqual([
      'Türkiye',
      "Côte d'Ivoire",
      'Viet Nam',
      'Czechia',
      'Eswatini',
      'North Macedonia',
      'Cabo Verde',
      'Republic of Korea',
    ]);
  });

  it('an unknown code is nothing, and codes are exact', () => {
    for (const code of ['', 'XXX', 'kor', 'TWN', 'constructor']) expect(memberState(code)).toBeUndefined();
  });
});

it('regional groups have as many members as the United Nations lists', () => {
  const sizes = new Map<string, number>();
  for (const { region } of memberStates) sizes.set(region, (sizes.get(region) ?? 0) + 1);
  // With the United States and Kiribati, which are members of no group.
  expect(Object.fromEntries(sizes)).toMatchObject({
    AFRICA: 54,
    ASIA_PACIFIC: 54,
    EASTERN_EUROPE: 23,
    LATIN_AMERICA_CARIBBEAN: 33,
    WESTERN_EUROPE_OTHERS: 29,
  });
});
