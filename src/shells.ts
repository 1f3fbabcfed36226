/** What stands around a view: the site with its menu and film, the bare window of a workshop, or a frame in somebody else's page. */
import type { Component } from 'svelte';
import { shellOf, type Place, type Shell } from './navigation/address';
import type { Site } from './start';

export type ShellComponent = Component<{ site: Site }>;

const shells: Record<Shell, () => Promise<{ default: ShellComponent }>> = {
  site: () => import('./App.svelte'),
  workshop: () => import('./WorkshopApp.svelte'),
  embed: () => import('./EmbedApp.svelte'),
};

/** Where each stands, for who writes the page and names what it needs. */
export const SHELL_FILES: Record<Shell, string> = {
  site: 'src/App.svelte',
  workshop: 'src/WorkshopApp.svelte',
  embed: 'src/EmbedApp.svelte',
};

export const loadShell = async (place: Place): Promise<ShellComponent> => (await shells[shellOf(place)]()).default;
