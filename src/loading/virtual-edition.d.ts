/** What src/edition/vite-plugin.ts serves. */
declare module 'virtual:edition' {
  const data: import('../timeline/edition-data').EditionData;
  export default data;
}

declare module 'virtual:edition/loaders' {
  type Loader<T> = () => Promise<{ default: T }>;
  /** By language. */
  export const texts: Readonly<Record<string, Loader<import('../timeline/edition-data').EditionText>>>;
  /** By language. */
  export const about: Readonly<Record<string, Loader<readonly import('../timeline/edition-data').Paragraph[]>>>;
  /** By "language/person". */
  export const portraits: Readonly<Record<string, Loader<import('../timeline/edition-data').Portrait>>>;
}
