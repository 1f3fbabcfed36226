import { dutch } from './dutch';
import { english } from './english';
import type { PlainLanguage } from './plain-language';

const LANGUAGES: Readonly<Record<string, PlainLanguage>> = { en: english, nl: dutch };

/** By language tag, whatever its region: the measures of "nl" are those of "nl-BE". */
export const plainLanguageOf = (tag: string): PlainLanguage | undefined => LANGUAGES[tag.split('-')[0] ?? ''];
