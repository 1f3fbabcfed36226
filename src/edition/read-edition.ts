/** Reads and checks a whole edition. Whatever its files hold, it answers with problems and never with an exception. */
import { resolve } from 'node:path';
import type { Edition } from '../timeline/edition-data';
import { buildEdition, type BuildOptions } from './build-edition';
import type { InterfaceFile } from './interface-schema';
import { checkEdition } from './check-edition';
import { mediaOf } from './check-media';
import { checkPlainLanguage } from './check-plain-language';
import { MANIFESTS } from './choose-edition';
import { filmLengthOf } from './film-length';
import { isError, sortProblems, type Problem } from './problems';
import { folderOf, readSources } from './sources';

interface ReadOptions extends Pick<BuildOptions, 'outsideFilms'> {
  /** The folder that holds `media-manifests`, `subtitles` and `public`. */
  readonly root: string;
  /** Which edition; without it, the shipped one or the only one. */
  readonly edition?: string | undefined;
}

interface ReadResult {
  /** Only when there is no error; warnings may remain. */
  readonly edition?: Edition;
  /** The interface in the languages of the edition, where there is an edition. */
  readonly interfaces: Readonly<Record<string, InterfaceFile>>;
  /** By file and line. Advice on its language comes in when they are asked for: nothing to show waits for that. */
  readonly problems: readonly Problem[];
  /** Every file and folder that a change of the edition would touch: full paths, the missing ones too. */
  readonly files: readonly string[];
}

export function readEdition({ root, edition: named, outsideFilms }: ReadOptions): ReadResult {
  const found: Problem[] = [];
  const sources = readSources(root, named, found);
  const watched = [MANIFESTS, 'package.json'];
  if (!sources)
    return { interfaces: {}, problems: sortProblems(found), files: watched.map((file) => resolve(root, file)) };

  found.push(...checkEdition(sources, root));
  const { film, languages, edition: id } = sources;
  let all: Problem[] | undefined;
  const problems = () => (all ??= sortProblems([...found, ...languages.flatMap(checkPlainLanguage)]));
  watched.push(folderOf(id), `${folderOf(id)}/portraits`, `subtitles/${id}`, ...sources.files);
  if (film) watched.push(...mediaOf(film.value).map(({ name }) => `public/${name}`));
  const files = [...new Set(watched)].map((file) => resolve(root, file));
  if (!film || found.some(isError)) return { interfaces: {}, problems: problems(), files };
  const edition = buildEdition(film, languages, { outsideFilms, length: filmLengthOf(film.value, root) });
  const interfaces = Object.fromEntries(
    languages.flatMap((one) => (one.interface ? [[one.language, one.interface.value]] : [])),
  );
  return {
    ...(edition ? { edition } : {}),
    interfaces,
    get problems() {
      return problems();
    },
    files,
  };
}
