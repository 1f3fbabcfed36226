import type { Library } from '../loading/library.svelte';
import type { Navigator } from '../navigation/navigator.svelte';
import type { PersonCard } from '../ui/person-card';

/** The people of the film as cards that lead to their portraits. */
export function peopleCards(library: Library, navigator: Navigator): readonly PersonCard[] {
  const { language } = navigator.place;
  const words = library.words(language);
  return library.data.people.map((person) => ({
    id: person.id,
    name: person.name,
    side: words.perspectives[person.perspective]?.one ?? '',
    shape: library.shapeOf(person),
    plate: person.plate,
    href: navigator.href({ view: 'portrait', language, id: person.id }),
    about: words.people[person.id]?.short ?? '',
  }));
}
