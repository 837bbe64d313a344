/** Under which the label of a field travels from the request class to the API document, where it is its `title`. */
export const FIELD_TITLE = 'x-title';
