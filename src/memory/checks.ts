const ID = /^(?!constructor$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** An id as the editions have them. */
export const isId = (value: unknown): value is string => typeof value === 'string' && ID.test(value);

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A place in a film; a day is longer than any. */
export const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 86_400;
