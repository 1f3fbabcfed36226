/** The time of day for timers that people read: ticks once a second, and at once when a window that slept is looked at again. */
import { createSubscriber } from 'svelte/reactivity';

const subscribe = createSubscriber((update) => {
  const timer = setInterval(update, 1000);
  document.addEventListener('visibilitychange', update);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', update);
  };
});

/** Milliseconds since 1970; whoever reads it in a component is called again every second. */
export function secondOfDay(): number {
  subscribe();
  return Date.now();
}
