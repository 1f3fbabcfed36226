/** Words that offices write and hardly anybody says. */

interface StiffWord {
  /** Where it stands in the text. */
  readonly at: number;
  readonly word: string;
  /** What people say. */
  readonly instead: string;
}

export type StiffWordFinder = (text: string) => StiffWord[];

/** Each line holds the forms of a word, parted by "|", and after a colon what people say instead. */
export function stiffWordFinder(list: string): StiffWordFinder {
  const instead = new Map<string, string>();
  for (const line of list.trim().split('\n')) {
    const [forms = '', better = ''] = line.split(':');
    for (const form of forms.split('|')) instead.set(form.trim(), better.trim());
  }
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${[...instead.keys()].join('|')})(?![\\p{L}\\p{N}-])`, 'giu');
  return (text) =>
    [...text.matchAll(pattern)].flatMap(({ 0: word, index }) => {
      const better = instead.get(word.toLowerCase());
      return better === undefined ? [] : [{ at: index, word, instead: better }];
    });
}
