import { expect, test } from 'vitest';
import fc from 'fast-check';
import { expectPlain, holds, hostileText, safely, textOf } from '../../../tests/support/hostile';
import { CODES, makerFragment, readMaker, type MakerKnown } from './maker-link';

const known: MakerKnown = {
  chapters: ['een', 'twee'],
  themes: ['rust'],
  languages: ['nl', 'en', 'pt-BR'],
  rangeOf: (chapter) => (chapter === 'twee' ? { start: 10, end: 20 } : { start: 0, end: 20 }),
};

test('from any address comes a choice that can be shown, the same when it is written and read again', () =>
  holds(
    fc.property(
      fc.oneof(
        textOf(
          ...[
            '#',
            '&',
            '=',
            'chapter=',
            'twee',
            'theme=rust',
            'start=',
            '12',
            '1:05',
            'size=',
            '640x360',
            '9999x1',
            'tall',
          ],
          ...['code=', 'element', 'sandbox=on', 'pinned=on', 'language=', 'pt-br', 'subtitles=', 'nl,', 'off', '%2C'],
        ),
        hostileText,
      ),
      (fragment) => {
        const choice = safely(() => readMaker(fragment, known, 'nl'));
        expectPlain(choice, undefined);
        expect(known.languages).toContain(choice.language);
        expect(CODES).toContain(choice.code);
        expect(readMaker(makerFragment(choice, 'nl'), known, 'nl')).toEqual(choice);
      },
    ),
    166,
  ));
