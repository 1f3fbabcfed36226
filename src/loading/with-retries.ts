/** Milliseconds before each next try of what may pass. */
const PAUSES = [1000, 2000, 4000];

/** Loads at once, and again after 1, 2 and 4 seconds. `onfail` is called at each failure; the last is the caller's to meet. */
export async function withRetries<T>(load: () => Promise<T>, onfail: () => void = () => {}): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await load();
    } catch {
      onfail();
      await new Promise((later) => setTimeout(later, pause));
    }
  }
  return load();
}
