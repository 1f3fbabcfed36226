/** Loaded when somebody asks for a quote on its own: `import('../sharing')`. */
export { default as QuoteDialog } from './QuoteDialog.svelte';
export type { QuoteCard } from './quote-card';
