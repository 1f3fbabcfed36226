/** Compares what webvtt-parser reads, which agrees with browsers' own text tracks, with what Video.js reads. */
import type { CaptionCue, Captions } from './parse-captions';
import { problem, type Problem } from './problems';
import type { TextFile } from './text-file';
import { readAsVideoJs, type VideoJsCue } from './video-js-captions';
import { decodeEntities } from './vtt-parser';

export function checkBrowsers({ file, cues, broken, tooLong }: Captions, { text }: TextFile): Problem[] {
  if (tooLong) return [];
  const theirs = new Map<string, VideoJsCue>();
  for (const cue of readAsVideoJs(text)) if (!theirs.has(cue.id)) theirs.set(cue.id, cue);
  const seen = new Set<string>();
  const ours = cues.flatMap((cue): Problem[] => {
    // Cues that are faulty in themselves, without id, or there for the second time are problems already.
    if (!cue.id || broken.has(cue.id) || seen.has(cue.id)) return [];
    seen.add(cue.id);
    const what = difference(cue, theirs.get(cue.id));
    return what === undefined ? [] : [problem('vtt-differs', { file, line: cue.lines.id }, { what })];
  });
  const known = new Set(cues.map((cue) => cue.id));
  const more = [...theirs.keys()]
    .filter((id) => id && !known.has(id) && !broken.has(id))
    .map((id) => {
      const line = text.split(/\r\n|\r|\n/).indexOf(id) + 1;
      return problem('vtt-differs', { file, line: Math.max(1, line) }, { what: `only Video.js finds a cue "${id}"` });
    });
  return [...ours, ...more];
}

function difference(cue: CaptionCue, other: VideoJsCue | undefined): string | undefined {
  if (!other) return 'Video.js does not find it';
  if (cue.start !== other.start || cue.end !== other.end)
    return `it lasts from ${cue.start} to ${cue.end} ms, and in Video.js from ${other.start} to ${other.end} ms`;
  if (cue.text !== other.text) return `its words are "${cue.text}", and in Video.js "${other.text}"`;
  const voice = other.voices[0] === undefined ? undefined : decodeEntities(other.voices[0]).normalize('NFC');
  if ((cue.voice ?? '') !== (voice ?? '')) return `its voice is "${cue.voice ?? ''}", and in Video.js "${voice ?? ''}"`;
  if (cue.classes.join(' ') !== other.classes.join(' '))
    return `its themes are "${cue.classes.join(' ')}", and in Video.js "${other.classes.join(' ')}"`;
  return undefined;
}
