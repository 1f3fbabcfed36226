import type { ItemRef } from '../programme/programme';
import type { EditionData } from '../timeline/edition-data';
import type { PlateShapes } from '../ui/plate';

type Drawn = Pick<EditionData, 'chapters' | 'people'>;

/** The two shapes of the film as a whole: as they stand at its end. */
export const filmPlate = ({ chapters, people }: Drawn): PlateShapes => chapters.at(-1)?.plate ?? people[0]!.plate;

/** A chapter's own, or that of the person it is about; a theme is about both sides, as the film is. */
export function itemPlate({ kind, id }: ItemRef, data: Drawn): PlateShapes {
  const own = kind === 'chapter' ? data.chapters.find((chapter) => chapter.id === id) : undefined;
  return own?.plate ?? data.people.find((person) => person.id === own?.person)?.plate ?? filmPlate(data);
}
