/** Resolves once all of the page has been read. */
export function whole(page: Document): Promise<void> {
  if (page.readyState !== 'loading') return Promise.resolve();
  return new Promise((done) => page.addEventListener('DOMContentLoaded', () => done(), { once: true }));
}
