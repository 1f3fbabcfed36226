/** What can be asked of `npm run film`. */
import { parseArgs } from 'node:util';

export const HELP = `npm run film -- [options]
  --times          only speak, and write the times into the subtitles
  --draft          every tenth frame, into .cache/film/draft.mp4
  --from, --to     only these seconds, into .cache/film/part.mp4
  --sprite         only public/film/sprite.avif, the small pictures on the time bar, of the film that is there
  --hls            only public/film/hls, the film that is there in parts and in three sizes
EDITION names the edition, EDITION_ROOT the folder with media-manifests, subtitles and public.`;

export interface Options {
  readonly times: boolean;
  readonly draft: boolean;
  readonly hls: boolean;
  readonly sprite: boolean;
  readonly help: boolean;
  readonly from: number;
  readonly to: number;
  /** True where only a part of the film was asked for. */
  readonly part: boolean;
}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      times: { type: 'boolean', default: false },
      draft: { type: 'boolean', default: false },
      hls: { type: 'boolean', default: false },
      sprite: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      from: { type: 'string' },
      to: { type: 'string' },
    },
  });
  const seconds = (text: string | undefined, otherwise: number): number => {
    const value = text === undefined ? otherwise : Number(text);
    if (Number.isNaN(value) || value < 0) throw new Error(`"${text}" is not a number of seconds.`);
    return value;
  };
  const [from, to] = [seconds(values.from, 0), seconds(values.to, Infinity)];
  return { ...values, from, to, part: values.from !== undefined || values.to !== undefined };
}
