/** Video.js's own engine for films in parts. It hangs itself into Video.js; a file of its own, so that only such a film loads it. */
import '@videojs/http-streaming';
