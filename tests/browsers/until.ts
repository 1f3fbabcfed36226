/** How long anything may take on a busy machine, in seconds. */
const PATIENCE = 20;
const BETWEEN = 30;

/** Looks until there is something: neither undefined, null nor false. `what` is told when it never comes, with what was seen last. */
export async function until<Seen>(
  what: string,
  look: () => Promise<Seen>,
): Promise<Exclude<Seen, undefined | null | false>> {
  const end = performance.now() + PATIENCE * 1000;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== null && seen !== false) return seen as Exclude<Seen, undefined | null | false>;
    if (performance.now() > end) throw new Error(`It never came: ${what}.`);
    await new Promise((later) => setTimeout(later, BETWEEN));
  }
}

/** As text, whatever order a driver gives the parts of an object in. */
const textOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort())
      : part,
  );

/** Waits until what is seen is so. */
export async function becomes<Seen>(what: string, wanted: Seen, look: () => Promise<Seen>): Promise<void> {
  let last: Seen | undefined;
  await until(`${what} is ${textOf(wanted)}`, async () => {
    last = await look();
    return textOf(last) === textOf(wanted);
  }).catch((reason: Error) => {
    throw new Error(`${reason.message} It was ${textOf(last)}.`);
  });
}

export function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}
