/** Runs another program so that none of it outlives us; `keep` gathers its output instead of showing it. */
export function runChild(
  command: string,
  args: readonly string[],
  options?: {
    readonly cwd?: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly keep?: boolean;
    readonly seconds?: number;
  },
): Promise<{ readonly code: number; readonly output: string }>;
