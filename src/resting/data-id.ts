/** Id of the element that holds what a page at rest knows, as data that no browser runs. */
export const DATA_ID = 'page-data';
