/** What src/edition/vite-plugin.ts serves: the interface in the languages of the edition. */
declare module 'virtual:interface' {
  /** By language. */
  export const names: Readonly<Record<string, import('./interface-words').LanguageNames>>;
}

declare module 'virtual:interface/loaders' {
  /** By language. */
  export const loaders: Readonly<
    Record<string, () => Promise<{ default: import('./interface-words').InterfaceWords }>>
  >;
}
