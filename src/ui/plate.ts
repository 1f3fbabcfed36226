/** The two shapes on a square of 100: a round one, a straight-edged one, and the ground they stand on. */
export interface PlateShapes {
  /** Middle and radius. */
  readonly circle: readonly [x: number, y: number, radius: number];
  /** Middle, width and height. */
  readonly arch: readonly [x: number, y: number, width: number, height: number];
  readonly ground: number;
}

/** The arch as an SVG path, which a canvas reads as well. */
export function archPath([middle, centre, width, height]: PlateShapes['arch']): string {
  const left = middle - width / 2;
  const bottom = centre + height / 2;
  return `M${left} ${bottom}V${centre - height / 2 + width / 2}a${width / 2} ${width / 2} 0 0 1 ${width} 0V${bottom}Z`;
}
