/** What a handout shows, in the fragment of its address beside the programme: `#programme=1/sander:10&for=host&languages=nl,en`. */
import type { Programme } from './programme';
import { fragmentFields, programmeFragment } from './programme-link';

/** Who gets it: everyone in the room, or the host with notes and times. */
export type Reader = 'everyone' | 'host';

export interface HandoutChoice {
  readonly reader: Reader;
  /** One, or two beside each other: three are too narrow to read. */
  readonly languages: readonly string[];
}

const READER = 'for';
const LANGUAGES = 'languages';
const MOST_LANGUAGES = 2;

/** What is not known is left out; without anything it is for everyone, in the language of the page. */
export function readHandout(fragment: string, known: readonly string[], usual: string): HandoutChoice {
  const given = fragmentFields(fragment);
  const languages = new Set(
    (given.get(LANGUAGES) ?? '')
      .split(',')
      .flatMap((code) => known.filter((each) => each.toLowerCase() === code.toLowerCase())),
  );
  return {
    reader: given.get(READER) === 'host' ? 'host' : 'everyone',
    languages: languages.size === 0 ? [usual] : [...languages].slice(0, MOST_LANGUAGES),
  };
}

/** As short as it can be: what is usual is not written, so that the address of an ordinary handout stays one in every language. */
export function handoutFragment(
  programme: Programme | undefined,
  { reader, languages }: HandoutChoice,
  usual: string,
): string {
  const fields = [
    ...(programme ? [programmeFragment(programme).slice(1)] : []),
    ...(reader === 'host' ? [`${READER}=host`] : []),
    ...(languages.join() === usual ? [] : [`${LANGUAGES}=${languages.join()}`]),
  ];
  return fields.length === 0 ? '' : `#${fields.join('&')}`;
}
