import { expect } from 'vitest';

/** What another window, or the browser, does in a moment; the machine may be busy with other tests. */
export const soon = <T>(look: () => T) => expect.poll(look, { interval: 5, timeout: 5000 });
