/** Who may announce, which stands in no answer before the form is there: a test holds it to the document of the API. */
export const ANNOUNCES: readonly string[] = ['DESK', 'MS'];
/** Officers who record what a state did, by a paper that tells of it. */
export const ANNOUNCES_FOR_OTHERS: readonly string[] = ['DESK', 'SFGC', 'FGS', 'PD'];
