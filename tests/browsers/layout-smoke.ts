/** No view goes sideways, on a phone or a desk; and pictures to look at, which no program can judge. */
import { addressOf } from '../support/site';
import { linkedCue } from '../support/shipped-edition';
import { SIZES, fits, windowOf } from './sizes';
import { LANGUAGE, awake, filmAddress, moves, type Stage } from './stage';
import { hostAddress } from './workshop-smoke';
import { until } from './until';
import type { Window } from './window';

const { person, paragraph } = linkedCue.paragraph!;
const VIEWS: Readonly<
  Record<string, { readonly address: string; readonly prepare: (window: Window) => Promise<void> }>
> = {
  film: {
    address: filmAddress(linkedCue.start),
    prepare: async (window) => {
      await awake(window);
      await window.press('[data-part=play]');
      await moves(window);
      await window.press('[data-part=play]');
    },
  },
  portrait: {
    address: addressOf({ view: 'portrait', language: LANGUAGE, id: person }, `#${paragraph}`),
    prepare: awake,
  },
  theme: { address: addressOf({ view: 'theme', language: LANGUAGE, id: linkedCue.themes[0]! }), prepare: awake },
  programme: {
    address: hostAddress,
    prepare: async (window) => {
      await until('a programme', () => window.run(() => document.querySelector('[data-part=begin]') !== null));
    },
  },
  handout: {
    address: addressOf({ view: 'handout', language: LANGUAGE }),
    prepare: async (window) => {
      await until('a handout', () => window.run(() => document.querySelector('[data-part=handout]') !== null));
    },
  },
};

export async function noSidewaysScroll(stage: Stage): Promise<void> {
  for (const size of SIZES)
    for (const [name, { address, prepare }] of Object.entries(VIEWS)) {
      const window = await windowOf(stage, address, size);
      try {
        await prepare(window);
        await fits(window, name, size);
        await window.picture(stage.pictureFile(`${name}-${size.width}`));
      } finally {
        await window.close();
      }
    }
}
