/** The paragraph that somebody is reading, told when the page is left: the place to read on from at a later visit. */

/** Part of the window above which a paragraph counts as being read. */
const READING_LINE = 0.4;

/** Its index; -1 above the first, and the number of paragraphs once the last has been read to its end. */
function paragraphBeingRead(paragraphs: readonly Element[], height: number): number {
  const boxes = paragraphs.map((paragraph) => paragraph.getBoundingClientRect());
  const index = boxes.findLastIndex(({ top }) => top < height * READING_LINE);
  const last = boxes.at(-1);
  return last && last.bottom < height ? paragraphs.length : index;
}

/** For `{@attach}` on the text: `keep` is called when the page is left or put away, if anything has been scrolled at all. */
export function readingPlace(keep: (paragraph: string | undefined) => void) {
  return (text: HTMLElement): (() => void) => {
    const stop = new AbortController();
    const { signal } = stop;
    /** The furthest: who leaves by the menu scrolls back to the top first. */
    let place = -1;
    let ids: readonly string[] = [];
    const note = () => {
      const all = [...text.querySelectorAll('[data-part=paragraph]')];
      ids = all.map(({ id }) => id);
      place = Math.max(place, paragraphBeingRead(all, innerHeight));
    };
    const leave = () => {
      // The first paragraph is where everybody begins.
      if (place >= 0) keep(place === 0 ? undefined : ids[place]);
    };
    addEventListener('scroll', note, { passive: true, signal });
    addEventListener('pagehide', leave, { signal });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), { signal });
    return () => {
      stop.abort();
      leave();
    };
  };
}
