import { expect, test } from 'vitest';
import { MEASURES, optionsOf } from './options';

test('without a choice everything is measured, five times', () => {
  const { runs, players, measures } = optionsOf([]);
  expect(runs).toBe(5);
  expect(players).toEqual(['ours', 'hyperaudio', 'plyr', 'vidstack', 'videojs-core', 'videojs']);
  expect(measures).toEqual(MEASURES);
});

test('players and measures keep their order in the table', () =>
  expect(optionsOf(['--only', 'plyr,ours', '--measures', 'script,load', '--runs', '1'])).toMatchObject({
    runs: 1,
    players: ['ours', 'plyr'],
    measures: ['load', 'script'],
  }));

test.each([
  [['--only', 'nobody'], /no player "nobody"/],
  [['--measures', 'colour'], /no measure "colour"/],
  [['--encoding', 'zip'], /no encoding "zip"/],
  [['--runs', '0'], /--runs 0 is not/],
  [['--seconds', 'ten'], /--seconds ten is not/],
  [['--rnus', '3'], /rnus/],
])('%j is told to be wrong', (args, message) => expect(() => optionsOf(args)).toThrow(message));
