/** Where and when a piece of landscape is drawn. */
import type { Colour } from '../colour';
import type { Paint } from '../paint';

export interface Place {
  readonly paint: Paint;
  /** Seconds since the film began. */
  readonly seconds: number;
  /** How far the chapter is, 0 to 1. */
  readonly when: number;
  /** The line where the ground begins. */
  readonly ground: number;
  readonly sky: Colour;
  readonly haze: Colour;
  readonly light: Colour;
  readonly land: Colour;
  readonly deep: Colour;
  /** How many people the film has on either side. */
  readonly people: readonly [round: number, straight: number];
}

export type Piece = (place: Place) => string;
