/** Where subtitles fit over the picture, and where they go under it so that nothing covers anything. */
import type { PreferenceValues, SubtitleSize } from '../playback/preference-values';

/** Width of the picture in rem from which lines of this size lie over it, in one language and in two. */
const OVER_FROM: Record<SubtitleSize, readonly [one: number, two: number]> = {
  small: [40, 40],
  normal: [40, 40],
  large: [48, 64],
  largest: [64, Infinity],
};

type Look = Pick<PreferenceValues, 'subtitles' | 'size' | 'position'>;

/** `width` of the picture in rem. */
export function isBelow({ subtitles, size, position }: Look, width: number): boolean {
  return position === 'below' || width < OVER_FROM[size][subtitles.length > 1 ? 1 : 0];
}
