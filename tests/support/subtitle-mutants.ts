/** Subtitle files that are broken by chance, and what the edition's checks say of each. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkDirection } from '../../src/edition/check-direction';
import { checkEdition } from '../../src/edition/check-edition';
import { parseCaptions, type CaptionCue } from '../../src/edition/parse-captions';
import { isError, type Problem, type ProblemCode } from '../../src/edition/problems';
import { readSources, type LanguageSources, type Sources } from '../../src/edition/sources';
import { readText } from '../../src/edition/text-file';
import { mutate } from './mutate';
import { SEED, seeded } from './seeded';

export interface Mutant {
  /** Tells which it is: the seed makes the same again. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly lines: number;
  readonly problems: readonly Problem[];
  /** As the checks read them. */
  readonly cues: readonly CaptionCue[];
  /** Of work, whatever else the machine does. */
  readonly milliseconds: number;
}

/** An edition in `root` with one file of subtitles to break. The file is written over: `root` is a copy. */
export class MutantMaker {
  readonly #whole: Buffer;
  readonly #sources: Sources;
  readonly #kind: 'captions' | 'descriptions';
  readonly #language: LanguageSources | undefined;

  constructor(
    readonly root: string,
    readonly file: string,
  ) {
    this.#whole = readFileSync(join(root, file));
    this.#sources = readSources(root, undefined, [])!;
    this.#kind = file.endsWith('.descriptions.vtt') ? 'descriptions' : 'captions';
    this.#language = this.#sources.languages.find((one) => one[this.#kind]?.file === file);
  }

  make(number: number): Mutant {
    const bytes = mutate(this.#whole, seeded(SEED + number));
    writeFileSync(join(this.root, this.file), bytes);
    const since = process.cpuUsage();
    const problems: Problem[] = [];
    const text = readText(this.root, this.file, problems, '');
    if (text) problems.push(...checkDirection(text));
    const captions = text && parseCaptions(text, problems);
    const { languages, captionTexts: texts } = this.#sources;
    const others = [...texts].filter(([file]) => file !== this.file);
    const sources = {
      ...this.#sources,
      languages: languages.map((one) => (one === this.#language ? { ...one, [this.#kind]: captions } : one)),
      captionTexts: new Map(text ? [...others, [this.file, text]] : others),
    };
    problems.push(...checkEdition(sources, this.root));
    const { user, system } = process.cpuUsage(since);
    return {
      name: `seed ${SEED}, ${this.file}, mutant ${number}`,
      bytes,
      lines: bytes.toString('latin1').split(/\r\n|\r|\n/).length,
      problems,
      cues: captions?.cues ?? [],
      milliseconds: (user + system) / 1000,
    };
  }
}

/** What can't be read, or not everywhere in the same way. A file without any of these can still be refused for what it says. */
const UNREADABLE: readonly ProblemCode[] = [
  'not-utf8',
  'vtt-syntax',
  'vtt-unsupported',
  'vtt-differs',
  'not-timed',
  'cue-id-missing',
  'cue-id-form',
  'cue-id-double',
  'cue-empty',
  'voice-missing',
  'voice-not-whole',
];

export const isReadable = ({ problems }: Mutant) => !problems.some(({ code }) => UNREADABLE.includes(code));
export const isAccepted = ({ problems }: Mutant) => !problems.some(isError);

/** Editions to break, as copies of the real ones; what is large stays where it is. */
export class MutantFolders {
  readonly #folders: string[] = [];

  makerOf(root: string, file: string): MutantMaker {
    const folder = mkdtempSync(join(tmpdir(), 'mutants-'));
    this.#folders.push(folder);
    for (const part of ['media-manifests', 'subtitles'])
      cpSync(join(root, part), join(folder, part), { recursive: true });
    symlinkSync(resolve(root, 'public'), join(folder, 'public'));
    return new MutantMaker(folder, file);
  }

  remove(): void {
    for (const folder of this.#folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  }
}
