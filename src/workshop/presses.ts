/** Presses in this window after which browsers let it play with sound: Escape and a look of the pointer are none. */
export function onPress(listener: () => void): () => void {
  const stop = new AbortController();
  const hear = () => {
    const isKnown = 'userActivation' in navigator;
    if (!isKnown || navigator.userActivation.hasBeenActive) listener();
  };
  for (const name of ['pointerdown', 'pointerup', 'keydown'])
    window.addEventListener(name, hear, { capture: true, signal: stop.signal });
  return () => stop.abort();
}
