/** What is published as `/embed/dichterbij-film.js`; its types for others are in `published/dichterbij-film.d.ts`. */
import { DichterbijFilm } from './film-element';

export { EmbedClient } from './embed-client';
export { DichterbijFilm };

/** Raised with every change of what is published: see `src/edition/publish-client.ts`. */
export const CLIENT_VERSION = '1.0.0';

// A page may have two copies of this script.
if (!customElements.get('dichterbij-film')) customElements.define('dichterbij-film', DichterbijFilm);
