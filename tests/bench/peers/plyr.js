// As its README says for a page with captions; its pictures come from the page's own host instead of its makers'.
import Plyr from 'plyr';
import 'plyr/dist/plyr.css';
import iconUrl from '../node_modules/plyr/dist/plyr.svg?url';

new Plyr('#player', { iconUrl, captions: { active: true, language: 'nl' } });
