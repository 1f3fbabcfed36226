/** Where the film comes from: what can't be had together, and what a maker should know of a film that is not a whole file of the site. */
import { isHls, SERVICES } from '../timeline/film-source';
import type { JsonFile } from './json-file';
import { problem, type Problem } from './problems';
import type { Film } from './schema';

export function checkSources({ value, at }: JsonFile<Film>): Problem[] {
  const { sources } = value.film;
  const place = (nth: number) => at('film', 'sources', nth);
  const files = sources.filter((source) => 'file' in source);
  const [service, second] = sources.flatMap((source, nth) => ('service' in source ? [{ ...source, nth }] : []));
  return [
    ...(second ? [problem('service-twice', place(second.nth))] : []),
    ...(service && files.length === 0
      ? [problem('service-alone', place(service.nth), { service: SERVICES[service.service].name })]
      : []),
    ...(files.length > 0 && files.every(isHls) ? [problem('hls-alone', place(sources.indexOf(files[0]!)))] : []),
  ];
}
