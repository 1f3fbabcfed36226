/** Keeps the screen on, where browsers can (Screen Wake Lock): a projector that goes to sleep in the middle of a talk ends it. */

/** Call while a component is made. Browsers take the lock away whenever the page is hidden, so it is asked for again each time it shows. */
export function keepAwake(wanted: () => boolean): void {
  /** The same for as long as it lasts: what it is read from may change several times a second. */
  const isWanted = $derived(wanted());
  // Drives the wake lock of the screen.
  $effect(() => (isWanted ? holdAwake() : undefined));
}

function holdAwake(): (() => void) | undefined {
  if (!('wakeLock' in navigator)) return undefined;
  const stop = new AbortController();
  let lock: WakeLockSentinel | undefined;
  const ask = async () => {
    if (document.visibilityState !== 'visible' || (lock && !lock.released)) return;
    try {
      const given = await navigator.wakeLock.request('screen');
      if (stop.signal.aborted) return await given.release();
      lock = given;
    } catch (reason) {
      // An empty battery, a setting of the device: then the screen does as it always does.
      if (!(reason instanceof DOMException)) throw reason;
    }
  };
  document.addEventListener('visibilitychange', () => void ask(), { signal: stop.signal });
  void ask();
  return () => {
    stop.abort();
    void lock?.release();
  };
}
