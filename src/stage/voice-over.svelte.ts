/**
 * The voice over the film: speaks the subtitles, and tells what is to be seen, for who asked for it. It begins with the line; where it
 * needs longer than the line lasts, the film waits for it. A film that is paused or moved by hand silences it at once.
 */
import { untrack } from 'svelte';
import type { Library } from '../loading/library.svelte';
import type { Now } from '../playback/now.svelte';
import type { Player } from '../playback/player.svelte';
import type { Preferences } from '../playback/preferences.svelte';
import type { Speaker } from '../speech/speaker.svelte';
import type { Cue, DescriptionCue } from '../timeline/edition-data';
import { lineText } from '../timeline/line-text';

interface Speech {
  /** What it is spoken for: the same object for as long as it lasts. */
  readonly of: Cue | DescriptionCue;
  /** The switch that asks for it. */
  readonly asked: 'spoken' | 'described';
  readonly text: string;
  readonly language: string;
  /** Who speaks, where it is a line. */
  readonly name?: string;
}

interface Parts {
  readonly player: Player;
  readonly now: Now;
  readonly preferences: Preferences;
  readonly speaker: Speaker;
  readonly library: Pick<Library, 'text' | 'person'>;
  readonly pageLanguage: () => string;
}

export class VoiceOver {
  readonly #parts: Parts;
  /** What is spoken now. */
  #speech: Speech | undefined;
  /** What was spoken last: not a second time while the moment lasts. */
  #taken: Speech['of'] | undefined;
  /** Ends what is spoken here, and nothing that somebody else has begun since. */
  #own = new AbortController();
  /** Whose name was said last: a name is said when somebody else begins to speak. */
  #lastName: string | undefined;

  /** What the voice should be saying at this moment of the film. */
  readonly #due: Speech | undefined = $derived.by(() => this.#description() ?? this.#line());

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** To be run whenever what it reads changes. */
  follow(): void {
    const due = this.#due;
    const { player, preferences } = this.#parts;
    const { paused, ended, waitingFor } = player;
    const moved = player.seeking && !this.#standsAtEnd();
    const switchedOff = this.#speech !== undefined && !preferences[this.#speech.asked];
    // A film that stands at the end of a line or passage lets the voice finish; one that was paused, or left for a text, does not.
    const held = paused && !ended && waitingFor !== 'line' && waitingFor !== 'passage';
    untrack(() => {
      if (moved) this.#taken = undefined;
      if (moved || switchedOff || held) this.#silence();
      if (due && !paused && !moved && due.of !== this.#taken) void this.#speak(due);
    });
  }

  #description(): Speech | undefined {
    const { now, preferences, speaker, library, pageLanguage } = this.#parts;
    const of = now.moment.description;
    const language = pageLanguage();
    const text = of && library.text(language)?.descriptions?.[of.id];
    if (!of || !text || !preferences.described || !speaker.hasVoice(language)) return undefined;
    return { of, asked: 'described', text, language };
  }

  #line(): Speech | undefined {
    const { now, preferences, speaker, library, pageLanguage } = this.#parts;
    const { cue } = now;
    const language = preferences.subtitles[0] ?? pageLanguage();
    const edition = library.text(language);
    if (!cue || !edition || !preferences.spoken || !speaker.hasVoice(language)) return undefined;
    const name = library.person(cue.person)?.name ?? edition.words.narrator;
    return { of: cue, asked: 'spoken', text: lineText(edition.lines[cue.id]), language, name };
  }

  async #speak(speech: Speech): Promise<void> {
    const { player, preferences, speaker } = this.#parts;
    const { of, text, language, name } = speech;
    const introduced = name === undefined || name === this.#lastName ? text : `${name}: ${text}`;
    if (name !== undefined) this.#lastName = name;
    this.#speech = speech;
    this.#taken = of;
    player.lower(true);
    // Who wants to wait at lines is held there in any case, and for longer.
    if (speech.asked === 'described' || !preferences.waitAtLines) player.stopAt('voice', of.end);
    this.#own = new AbortController();
    await speaker.speak(introduced, language, { rate: player.rate, signal: this.#own.signal });
    if (this.#speech === speech) this.#release();
  }

  /** The voice has done; the film goes on if it waited. */
  #release(): void {
    this.#speech = undefined;
    const { player } = this.#parts;
    player.lower(false);
    player.forgetStop('voice');
    player.goOn('voice');
  }

  /** What the voice was saying is said anew when the film plays on. */
  #silence(): void {
    if (!this.#speech) return;
    this.#release();
    this.#taken = undefined;
    this.#lastName = undefined;
    this.#own.abort();
  }

  /** True where the film stops by itself for the voice: the player moves it there, and nobody has gone elsewhere. */
  #standsAtEnd(): boolean {
    return this.#taken !== undefined && Math.abs(this.#parts.player.time - this.#taken.end) < 0.002;
  }
}
