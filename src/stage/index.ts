export { default as FilmElement } from './FilmElement.svelte';
