/** The cues of the default language by id: what everything else of an edition names. */
import type { CaptionCue, Captions } from './parse-captions';
import type { Film } from './schema';

interface IndexedCue extends CaptionCue {
  /** The place in the film: the first cue is 0. */
  readonly index: number;
  /** Who speaks, by id; nobody for the narrator and for names that nobody has. */
  readonly person?: string;
}

export interface CueIndex {
  readonly file: string;
  readonly cues: readonly IndexedCue[];
  get(id: string): IndexedCue | undefined;
  /** False for what nobody can have meant; cues that are there but could not be read count as known. */
  knows(id: string): boolean;
}

/** Every line asks who speaks: the people of a film by the names of their voices. */
const byName = new WeakMap<Film, ReadonlyMap<string, string>>();

function namesOf(film: Film): ReadonlyMap<string, string> {
  const known = byName.get(film);
  if (known) return known;
  // Of two with one name the first is meant: the last to be put in.
  const names = new Map(film.people.toReversed().map(({ id, name }) => [name.normalize('NFC'), id]));
  byName.set(film, names);
  return names;
}

const personOf = (voice: string | undefined, film: Film): string | undefined =>
  voice === undefined ? undefined : namesOf(film).get(voice);

/** Who a voice is: the id of a person, `null` for the narrator, and nothing for a name that nobody has. */
export function speakerOf(
  voice: string | undefined,
  film: Film,
  narrator: string | undefined,
): string | null | undefined {
  const person = personOf(voice, film);
  return person === undefined && voice !== undefined && voice === narrator?.normalize('NFC') ? null : person;
}

export function indexCues(captions: Captions, film: Film): CueIndex {
  const cues = captions.cues.map((cue, index): IndexedCue => {
    const person = personOf(cue.voice, film);
    return { ...cue, index, ...(person === undefined ? {} : { person }) };
  });
  const byId = new Map<string, IndexedCue>();
  for (const cue of cues) if (!byId.has(cue.id)) byId.set(cue.id, cue);
  return {
    file: captions.file,
    cues,
    get: (id) => byId.get(id),
    knows: (id) => byId.has(id) || captions.broken.has(id),
  };
}
