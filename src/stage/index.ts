export { default as FilmElement } from './FilmElement.svelte';
export { timeInWords } from './time-words';
