// As its guide says, for a page that is bundled.
import videojs from 'video.js';
import 'video.js/dist/video-js.css';

videojs('player', { fluid: true });
