/** What stands around a view: the site with its menu and film, or the bare window of a workshop. */
import type { Component } from 'svelte';
import { shellOf, type Place, type Shell } from './navigation/address';
import type { Site } from './start';

type ShellComponent = Component<{ site: Site }>;

const shells: Record<Shell, () => Promise<{ default: ShellComponent }>> = {
  site: () => import('./App.svelte'),
  workshop: () => import('./WorkshopApp.svelte'),
};

/** Where each stands, for who writes the page and names what it needs. */
export const SHELL_FILES: Record<Shell, string> = { site: 'src/App.svelte', workshop: 'src/WorkshopApp.svelte' };

export const loadShell = async (place: Place): Promise<ShellComponent> => (await shells[shellOf(place)]()).default;
