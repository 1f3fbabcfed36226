import { dutch } from './dutch';
import { english } from './english';
import type { PlainLanguage } from './plain-language';

const LANGUAGES = new Map([dutch, english].map((language) => [language.tag, language]));

/** By language tag, whatever its region: the measures of "nl" are those of "nl-BE". */
export const plainLanguageOf = (tag: string): PlainLanguage | undefined => LANGUAGES.get(tag.split('-')[0] ?? '');
