// The same without the engine for films in parts, which a film in one file does not need.
import videojs from 'video.js/core.es.js';
import 'video.js/dist/video-js.css';

videojs('player', { fluid: true });
