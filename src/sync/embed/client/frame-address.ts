/** The address of the film that the attributes of an element ask for. Pure. */
import { languageTag } from '../../../programme/decoders';

/** Each is a parameter of the embed page, with the values of `embed-link.ts`; that page checks them. */
export const PARAMETERS = [
  'chapter',
  'theme',
  'start',
  'overlays',
  'transcript',
  'subtitles',
  'scheme',
  'portraits',
] as const;
const SHAPE = /^[\w.,:-]{1,200}$/;
const USUAL_LANGUAGE = 'nl';

/** @param script address of this script: the film stands beside it */
export function frameAddress(script: string, attribute: (name: string) => string | null): string {
  const address = new URL(`${languageTag(attribute('language')) ?? USUAL_LANGUAGE}/`, script);
  address.search = '';
  address.hash = '';
  for (const name of PARAMETERS) {
    const value = attribute(name);
    if (value !== null && SHAPE.test(value)) address.searchParams.set(name, value);
  }
  return address.href;
}
