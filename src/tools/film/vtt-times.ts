/** Sets the timing lines of a WebVTT file and leaves every other byte alone. Pure. */

export interface Timing {
  /** The line of the file with the arrow, counted from one. */
  readonly line: number;
  /** In milliseconds. */
  readonly start: number;
  readonly end: number;
}

const ARROW = /^([ \t]*)\S+([ \t]+-->[ \t]+)\S+(.*)$/;

export function stamp(milliseconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const seconds = milliseconds / 1000;
  const rest = String(Math.round(milliseconds) % 1000).padStart(3, '0');
  return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}.${rest}`;
}

export function setVttTimes(file: string, timings: readonly Timing[]): string {
  // Every second part is the line end as it was: a file from another system keeps its own.
  const parts = file.split(/(\r\n|\n|\r)/);
  for (const { line, start, end } of timings) {
    const at = (line - 1) * 2;
    const [whole, indent = '', arrow = ' --> ', settings = ''] = ARROW.exec(parts[at] ?? '') ?? [];
    if (whole === undefined) throw new Error(`Line ${line} of the subtitles holds no times.`);
    parts[at] = indent + stamp(start) + arrow + stamp(end) + settings;
  }
  return parts.join('');
}
