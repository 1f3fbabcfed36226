/**
 * What is pressed on a page at rest, kept until the page can do it. The elements are the same before and after, so a press is simply done
 * once more on what was pressed. What the browser does by itself (a link to another page, a word that is typed) is left to it.
 */

/** Keys that move the keyboard or hold others down. */
const MOVING = new Set(['Tab', 'Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Escape']);

type Press = () => void;

export class KeptPresses {
  readonly #kept: Press[] = [];

  /** From now on until `signal`. */
  listen(page: Document, signal: AbortSignal): void {
    page.addEventListener('click', this.#click, { signal, capture: true });
    page.addEventListener('keydown', this.#key, { signal, capture: true });
    page.addEventListener('change', this.#change, { signal, capture: true });
  }

  add(press: Press): void {
    this.#kept.push(press);
  }

  /** In the order in which they were pressed. */
  replay(): void {
    for (const press of this.#kept.splice(0)) press();
  }

  #click = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const pressed = (event.target as Element).closest<HTMLElement>('button, a');
    if (!pressed || (pressed instanceof HTMLAnchorElement && !leadsWithin(pressed))) return;
    event.preventDefault();
    event.stopPropagation();
    this.add(() => pressed.click());
  };

  #key = (event: KeyboardEvent): void => {
    const { target, key, code, shiftKey } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || MOVING.has(key)) return;
    if (!(target instanceof Element) || target.matches('input:not([type=range]), textarea, select')) return;
    // The page would be scrolled by what is to play the film.
    if (key === ' ' && !target.closest('button, a, summary, input')) event.preventDefault();
    const again = new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true });
    this.add(() => target.dispatchEvent(again));
  };

  #change = ({ target }: Event): void => {
    if (target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'range')) {
      const { value } = target;
      this.add(() => {
        target.value = value;
        for (const name of ['input', 'change']) target.dispatchEvent(new Event(name, { bubbles: true }));
      });
    } else if (target instanceof HTMLInputElement && /^(checkbox|radio)$/.test(target.type)) {
      const { checked } = target;
      this.add(() => {
        if (target.checked !== checked) target.click();
      });
    }
  };
}

/** To another moment or part of this very page. */
const leadsWithin = (link: HTMLAnchorElement): boolean =>
  link.hash !== '' && link.origin === location.origin && link.pathname === location.pathname && !link.target;
