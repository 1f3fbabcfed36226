import type { Hit } from '../../timeline/search';

/** Languages that a line is shown in under its own: the second that is asked for, and one that it is found in, for as long as it is. */
export const languagesBeside = (
  own: string,
  second: string | undefined,
  hits: readonly Hit[],
  isThere: (code: string) => boolean,
): readonly string[] =>
  [...new Set([second, ...hits.map(({ language }) => language)])].filter(
    (code): code is string => code !== undefined && code !== own && isThere(code),
  );
