/** Video.js ships types for its full build only; the core build is the same without the engines for adaptive streams. */
declare module 'video.js/core.es.js' {
  export { default } from 'video.js';
}
/** The engine ships no types; nothing of it is used by name. */
declare module '@videojs/http-streaming';
