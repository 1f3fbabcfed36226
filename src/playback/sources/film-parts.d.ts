/** Which parts the site is built with, from what its edition names: `src/edition/vite-plugin.ts` fills it in. */
interface ImportMetaEnv {
  /** A film in parts and in several sizes (HLS). */
  readonly FILM_IN_PARTS: boolean;
  /** A film at a service elsewhere. */
  readonly FILM_AT_SERVICE: boolean;
}
