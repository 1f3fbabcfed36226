/** The views by name, each with what it needs to be shown. A new view is a folder here, a name in `navigation/address`, and a line below. */
import type { Component } from 'svelte';
import type { Library } from '../loading/library.svelte';
import type { Place, ViewName } from '../navigation/address';

export interface OpenedView {
  readonly component: Component<Record<string, unknown>>;
  readonly props: Record<string, unknown>;
}

/** Ties a component to its own props here, so that the one who shows it needs to know neither. */
function opened<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): OpenedView {
  return { component: component as unknown as OpenedView['component'], props };
}

type Opener = (library: Library, place: Place) => Promise<OpenedView>;

const idOf = ({ id }: Place): string => id ?? '';

const openers: Record<ViewName, Opener> = {
  film: async () => opened((await import('./film/FilmView.svelte')).default, {}),
  portraits: async () => opened((await import('./portraits/PortraitsView.svelte')).default, {}),
  portrait: async (library, place) => {
    const [{ default: view }, portrait] = await Promise.all([
      import('./portrait/PortraitView.svelte'),
      library.loadPortrait(idOf(place), place.language),
    ]);
    return opened(view, { portrait });
  },
  themes: async () => opened((await import('./themes/ThemesView.svelte')).default, {}),
  theme: async (_, place) => opened((await import('./theme/ThemeView.svelte')).default, { theme: idOf(place) }),
  about: async (library, place) => {
    const [{ default: view }, sections, claims] = await Promise.all([
      import('./about/AboutView.svelte'),
      library.loadAbout(place.language),
      import('./about/claim-words').then(({ loadClaimWords }) => loadClaimWords(place.language)),
    ]);
    return opened(view, { sections, claims });
  },
  handout: async () => opened((await import('./handout/HandoutView.svelte')).default, {}),
  'embed-maker': async () => opened((await import('./embed-maker/EmbedMakerView.svelte')).default, {}),
  host: async () => opened((await import('./host/HostView.svelte')).default, {}),
  room: async () => opened((await import('./room/RoomView.svelte')).default, {}),
  embed: async () => opened((await import('./embed/EmbedView.svelte')).default, {}),
};

export function openView(library: Library, place: Place): Promise<OpenedView> {
  return openers[place.view](library, place);
}
