/** The reader of subtitles that Video.js has in it; the package has no types. */
declare module 'videojs-vtt.js' {
  interface Parser {
    oncue(cue: VTTCue): void;
    parse(text: string): void;
    flush(): void;
  }
  export const WebVTT: {
    StringDecoder(): unknown;
    convertCueToDOMTree(window: Window, text: string): Element | null;
    Parser: new (window: Window, classes: unknown, decoder: unknown) => Parser;
  };
}
