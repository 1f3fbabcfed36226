import type { PlateShapes } from './plate';

export interface PersonCard {
  readonly id: string;
  readonly name: string;
  readonly side: string;
  readonly shape: 'round' | 'straight';
  readonly plate: PlateShapes;
  readonly href: string;
  readonly about: string;
}
