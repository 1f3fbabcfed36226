/** What the checks let pass of subtitle files broken by chance is read the same by the browser itself, and by Video.js in it. */
import { expect, onTestFinished, test } from 'vitest';
import { commands } from 'vitest/browser';
import vtt from 'videojs-vtt.js';
import type { ReadCue } from '../../tests/support/readable-mutants';

/** Also as often as the seed is asked for: see `seeded.ts`. */
const COUNT = 80;

test(
  'a file in which the checks find nothing unreadable is read the same everywhere',
  { timeout: 600_000 },
  async () => {
    const mutants = await commands.readableMutants(COUNT);
    expect(mutants.length).toBeGreaterThanOrEqual(COUNT);
    for (const { name, base64, cues } of mutants) {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const expected = inOrder(cues);
      expect(inOrder(await readNatively(bytes)), `${name}, as the browser reads it`).toEqual(expected);
      expect(inOrder(readAsVideoJs(new TextDecoder().decode(bytes))), `${name}, as Video.js reads it`).toEqual(
        expected,
      );
    }
  },
);

/** A browser sorts by time; the checks refuse another order, after all has been read. */
const inOrder = (cues: readonly ReadCue[]) => cues.toSorted((one, other) => (one.id < other.id ? -1 : 1));

async function readNatively(bytes: Uint8Array<ArrayBuffer>): Promise<readonly ReadCue[]> {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'text/vtt' }));
  const video = document.createElement('video');
  const element = document.createElement('track');
  onTestFinished(() => video.remove());
  const read = new Promise((done) => {
    for (const end of ['load', 'error']) element.addEventListener(end, done, { once: true });
  });
  element.src = address;
  video.append(element);
  element.track.mode = 'hidden';
  await read;
  URL.revokeObjectURL(address);
  const cues = [...(element.track.cues ?? [])] as VTTCue[];
  return cues.map((cue) => readCue(cue, cue.getCueAsHTML()));
}

function readAsVideoJs(text: string): readonly ReadCue[] {
  const { WebVTT } = vtt;
  const cues: ReadCue[] = [];
  const parser = new WebVTT.Parser(window, { VTTCue, VTTRegion: Object }, WebVTT.StringDecoder());
  parser.oncue = (cue) => {
    const read = readCue(cue, WebVTT.convertCueToDOMTree(window, cue.text));
    cues.push({ ...read, voice: decoded(read.voice) });
  };
  parser.parse(text);
  parser.flush();
  return cues;
}

/** Video.js leaves the signs of `<v Jan &amp; Piet>` as they are written; nobody reads the voice from it. */
function decoded(text: string): string {
  const area = document.createElement('textarea');
  area.innerHTML = text;
  return area.value;
}

function readCue({ id, startTime, endTime }: VTTCue, tree: ParentNode | null): ReadCue {
  const elements = [...(tree?.querySelectorAll<HTMLElement>('*') ?? [])];
  return {
    id,
    start: Math.round(startTime * 1000),
    end: Math.round(endTime * 1000),
    voice: elements.find(({ title }) => title !== '')?.title.normalize('NFC') ?? '',
    text: tree?.textContent ?? '',
    classes: elements.flatMap(({ classList }) => [...classList]),
  };
}
