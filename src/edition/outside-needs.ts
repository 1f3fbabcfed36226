/** What the film of an edition needs beyond the site's own files: for the headers, and for which parts the page is built with. */
import type { FilmData } from '../timeline/edition-data';
import { isHls, SERVICES } from '../timeline/film-source';
import type { OutsideNeeds } from './headers';

/** A service that the deployer has switched off is not named anywhere. */
export function outsideNeeds({ sources, service }: FilmData): OutsideNeeds {
  return {
    inParts: sources.some(isHls),
    ...(service && !service.off && { service: SERVICES[service.service].origin }),
  };
}
