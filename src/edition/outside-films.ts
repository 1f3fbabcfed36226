/** The setting OUTSIDE_FILMS of a build: whether the film may come from a service elsewhere, where the edition names one. */
export function parseOutsideFilms(given: string | undefined): boolean {
  const word = given?.trim() || 'on';
  // A word that is misread would load what somebody wanted off.
  if (word !== 'on' && word !== 'off') throw new Error(`OUTSIDE_FILMS is "off" or "on", not "${word}".`);
  return word === 'on';
}
