/** Terms of an announcement of which none is stated, to be told apart by what a test adds. */
export const terms = {
  mission: null,
  hostState: null,
  post: null,
  tourMonths: null,
  languages: [],
  targetGroup: null,
  implementingBody: null,
  use: null,
  validUntil: null,
  unitType: null,
  partOfUnit: null,
  womenShareTarget: null,
  hospitalLevel: null,
  accreditedOn: null,
  arrearsOwed: null,
};
