/** Browsers refuse storage by throwing, some at the mere mention of it; full storage throws too. */
export function storage<T>(use: (store: Storage) => T): T | undefined {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
}
