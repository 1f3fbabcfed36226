/** Id of the element in an embed page that holds what the page knows before its player is there. */
export const DATA_ID = 'embed-data';
