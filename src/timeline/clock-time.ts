/** Media clocks answer 72.479999; the subtitles say 72.480. Whole milliseconds make a boundary exact. */
export function wholeMilliseconds(seconds: number): number {
  if (!Number.isFinite(seconds)) return 0;
  const whole = Math.round(seconds * 1000) / 1000;
  // So far away that its milliseconds can't be counted any more.
  return Number.isFinite(whole) ? whole : seconds;
}

/** `1:14`, and `1:02:03` from an hour on. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(wholeMilliseconds(seconds)));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours, minutes, rest] = parts as [number, number, number];
  const padded = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${padded(minutes)}:${padded(rest)}` : `${minutes}:${padded(rest)}`;
}

/** The same for the `datetime` attribute of `<time>` (ISO 8601 duration). */
export function isoDuration(seconds: number): string {
  return `PT${wholeMilliseconds(Math.max(0, seconds))}S`;
}
