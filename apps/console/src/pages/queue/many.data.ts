/**
 * What may be done to several tasks at once: the form is the same for all of them, and the act does no harm. Registration, levels,
 * selection, memoranda, deployment and corrections are each decided by themselves.
 */
export const MANY = ['AcknowledgePledge', 'RequestClarification', 'TagThemes'] as const;

/** Who may do any of it, and so chooses tasks at all. A test holds it to the document of the API. */
export const CHOOSES: readonly string[] = ['DESK', 'SFGC', 'FGS', 'PD', 'IMPL'];
