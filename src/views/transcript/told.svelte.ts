/** What the text says to people who hear the page: one message at a time, once things have come to rest. */
const REST = 500;

export class Told {
  text = $state('');
  #waiting: ReturnType<typeof setTimeout> | undefined;

  /** A newer message takes the place of one that still waits. */
  say = (text: string): void => {
    clearTimeout(this.#waiting);
    // The same words a second time are said again.
    this.text = '';
    this.#waiting = setTimeout(() => (this.text = text), REST);
  };
}
