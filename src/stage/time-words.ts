import type { Language } from '../language/language.svelte';

/** "2 minutes 14 seconds": how a clock is read aloud. */
export function timeInWords(t: Language['t'], seconds: number): string {
  const whole = Math.floor(seconds);
  const minutes = t('bar.minutes', { count: Math.floor(whole / 60) });
  const rest = t('bar.seconds', { count: whole % 60 });
  if (whole < 60) return rest;
  return whole % 60 === 0 ? minutes : t('bar.minutesAndSeconds', { minutes, seconds: rest });
}
