/** How a stranger's value becomes one of ours, or undefined: made anew, with nothing of the stranger's object in it. */
export type Fields = Readonly<Record<string, unknown>>;
export type Decoder<T> = (value: unknown) => T | undefined;

export const fields = (value: unknown): Fields | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;

export const oneOf =
  <T extends string>(known: readonly T[]): Decoder<T> =>
  (value) =>
    known.find((each) => each === value);

export const matching =
  (pattern: RegExp, longest: number): Decoder<string> =>
  (value) =>
    typeof value === 'string' && value.length <= longest && pattern.test(value) ? value : undefined;

export const between =
  (least: number, most: number): Decoder<number> =>
  (value) => {
    if (typeof value !== 'number' || !(value >= least && value <= most)) return undefined;
    // -0 is within too, and JSON doesn't know it.
    return value === 0 ? 0 : value;
  };

export const whole = (least: number, most: number): Decoder<number> => {
  const inside = between(least, most);
  return (value) => (Number.isSafeInteger(value) ? inside(value) : undefined);
};

export const yesOrNo: Decoder<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);

/** All of them, or nothing. */
export const list =
  <T>(most: number, decode: Decoder<T>): Decoder<readonly T[]> =>
  (value) => {
    if (!Array.isArray(value)) return undefined;
    const { length } = value;
    if (length > most) return undefined;
    const decoded = Array.from({ length }, (_, index) => decode(value[index]));
    return decoded.includes(undefined) ? undefined : (decoded as T[]);
  };

/** A value made in this window may have a getter or a proxy that throws; then it fits as little as anything else that is wrong. */
export const safely =
  <T>(decode: Decoder<T>): Decoder<T> =>
  (value) => {
    try {
      return decode(value);
    } catch {
      return undefined;
    }
  };

/** An id of an edition, as the schema of editions has it. */
export const idOfEdition = matching(/^(?!constructor$)[a-z0-9]+(?:-[a-z0-9]+)*$/, 60);

/** A BCP 47 language tag of the plain kind, as the schema of editions has it: `nl`, `pt-BR`. */
export const languageTag = matching(/^[a-z]{2,3}(?:-[A-Z]{2}|-[A-Z][a-z]{3})?$/, 60);
