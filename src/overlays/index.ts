/** What can appear over the film, a folder a kind. Each gets an entry and callbacks; none knows the player. */
export { default as ChapterOverlay } from './chapter/ChapterOverlay.svelte';
export { default as QuoteOverlay } from './quote/QuoteOverlay.svelte';
export { default as ThemeOverlay } from './theme/ThemeOverlay.svelte';
export { default as NoteOverlay } from './note/NoteOverlay.svelte';
export { default as RouteCard, type RouteCardEntry } from './route/RouteCard.svelte';
