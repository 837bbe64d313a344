/** Who may match a pledge with a gap, which no answer about gaps says: a test holds it to the document of the API. */
export const MATCHES: readonly string[] = ['SFGC'];
/** Who is answered no candidates for a gap, and no turns. */
export const NOT_AMONG_STATES: readonly string[] = ['PUBLIC', 'SUBSCRIBER'];
