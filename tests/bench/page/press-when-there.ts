/** Runs in the page, before anything of it. */

export interface Pressed {
  usable?: number;
}

/**
 * Presses the control from the moment that it can be seen, every ten milliseconds, until the film starts. The browser's own control needs
 * nobody to try it: it works as soon as it is there.
 */
export function pressWhenThere(selector: string): void {
  const pressed: Pressed = {};
  Object.assign(window, { pressed });
  document.addEventListener('play', () => (pressed.usable ??= performance.now()), true);
  const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0;
  const look = () => {
    if (pressed.usable !== undefined) return;
    // What is not painted yet nobody can press, and asking where it is would have the page laid out for the question.
    if (!isPainted()) {
      setTimeout(look, 10);
      return;
    }
    const isNative = selector === 'native';
    const control = [...document.querySelectorAll<HTMLElement>(isNative ? 'video[controls]' : selector)].find(
      (element) =>
        element.getBoundingClientRect().width > 0 &&
        element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
    );
    if (control) {
      if (isNative) pressed.usable = performance.now();
      // A film that is about to play would be paused by another press.
      else if (document.querySelector('video')?.paused !== false) {
        // Some answer to the finger that is lifted, others to the click that follows.
        for (const type of ['pointerdown', 'pointerup'])
          control.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'touch' }));
        control.click();
      }
    }
    setTimeout(look, 10);
  };
  look();
}
