/** Addresses of places, and places of addresses: pure, the same at build time and in the browser. */
export type ViewName =
  | 'film'
  | 'portraits'
  | 'portrait'
  | 'themes'
  | 'theme'
  | 'about'
  | 'handout'
  | 'embed-maker'
  | 'host'
  | 'room'
  | 'embed';

/** Views of a workshop have the window to themselves, and an embedded film has a frame in somebody else's page: no menu, no footer. */
const SHELLS: Partial<Record<ViewName, Shell>> = { host: 'workshop', room: 'workshop', embed: 'embed' };
export type Shell = 'site' | 'workshop' | 'embed';
export const shellOf = ({ view }: Place): Shell => SHELLS[view] ?? 'site';

/** What a page shows for a place of the site: what belongs to its shell. */
export const withinShell =
  (shell: Shell) =>
  (to: Place): Place | undefined =>
    shellOf(to) === shell ? to : undefined;

/** In a frame the film stands for the film's page; texts about people and themes are shown there when the partner wants them `inside`. */
export const withinFrame =
  (inside: boolean) =>
  ({ language, ...to }: Place): Place | undefined => {
    if (isFilm({ language, ...to })) return { view: 'embed', language };
    return inside && (to.view === 'portrait' || to.view === 'theme') ? { language, ...to } : undefined;
  };

/** Where the film is what people came for; elsewhere it is small, beside a text. */
export const isFilm = ({ view }: Place): boolean => view === 'film' || view === 'embed';

export interface Place {
  readonly view: ViewName;
  readonly language: string;
  /** The person of a portrait, the id of a theme. */
  readonly id?: string;
}

export interface AddressBook {
  /** From the folder of the site on, with a slash at the end: `nl/portretten/sander/`. */
  addressOf(place: Place): string;
  /** `undefined` for what is not a page of this site. */
  placeAt(address: string): Place | undefined;
  /** Every page of the site. */
  readonly places: readonly Place[];
}

interface Site {
  readonly languages: readonly string[];
  readonly people: readonly { readonly id: string }[];
  readonly themes: readonly { readonly id: string; readonly slugs: Readonly<Record<string, string>> }[];
  /** What the views are called in a language. */
  readonly wordsOf: (language: string) => {
    readonly portraits: string;
    readonly themes: string;
    readonly about: string;
    readonly handout: string;
    readonly 'embed-maker': string;
    readonly host: string;
    readonly room: string;
  };
}

export function createAddressBook({ languages, people, themes, wordsOf }: Site): AddressBook {
  const addresses = new Map<string, Place>();
  for (const language of languages) {
    const words = wordsOf(language);
    const add = (path: string, place: Omit<Place, 'language'>) =>
      addresses.set(`${language}/${path}`, { language, ...place });
    add('', { view: 'film' });
    add(`${words.portraits}/`, { view: 'portraits' });
    for (const { id } of people) add(`${words.portraits}/${id}/`, { view: 'portrait', id });
    add(`${words.themes}/`, { view: 'themes' });
    for (const { id, slugs } of themes) add(`${words.themes}/${slugs[language] ?? id}/`, { view: 'theme', id });
    for (const view of ['about', 'handout', 'embed-maker', 'host', 'room'] as const) add(`${words[view]}/`, { view });
    // Beside the languages, so that a host can let these pages, and no others, be framed.
    addresses.set(`embed/${language}/`, { language, view: 'embed' });
  }
  const key = ({ language, view, id = '' }: Place) => `${language} ${view} ${id}`;
  const byPlace = new Map([...addresses].map(([address, place]) => [key(place), address]));

  return {
    places: [...addresses.values()],
    addressOf: (place) => {
      const address = byPlace.get(key(place));
      if (address === undefined) throw new Error(`No page for "${key(place)}".`);
      return address;
    },
    placeAt: (address) => addresses.get(address.replace(/(^|\/)index\.html$/, '$1').replace(/([^/])$/, '$1/')),
  };
}
