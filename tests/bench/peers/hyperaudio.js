// As its README says for a project with a bundler.
import { HyperaudioLite } from 'hyperaudio-lite';
import './hyperaudio.css';

new HyperaudioLite({ transcript: 'hypertranscript', player: 'hyperplayer', autoScroll: true, playOnClick: true });
