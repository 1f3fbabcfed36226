import type { EditionData } from '../../src/timeline/edition-data';

/** An edition with nothing in it but what a test names: the times and people that it is about. */
export function bareEdition(parts: Partial<EditionData>): EditionData {
  return {
    id: 'small',
    standIn: true,
    languages: ['nl'],
    film: { width: 160, height: 90, sources: [], posters: [] },
    perspectives: ['client', 'manager'],
    people: [],
    themes: [],
    chapters: [],
    quotes: [],
    notes: [],
    glossary: [],
    descriptions: [],
    cues: [],
    ...parts,
  };
}
