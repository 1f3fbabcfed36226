import type { Both } from './generated-words';

/** What every generated edition says of itself, so that nobody takes it for a film. */
export const MADE = {
  nl: {
    title: 'Gegenereerde film',
    summary: 'Gemaakt door een programma, om mee te meten. De woorden betekenen niets.',
    standIn:
      'Deze film bestaat niet. Het beeld is dat van een korte proef. De tijden van de ondertitels kloppen er niet mee.',
    retold: 'Door een programma bedacht.',
    narrator: 'Verteller',
    sides: [
      { one: 'cliënt', many: 'cliënten' },
      { one: 'klantmanager', many: 'klantmanagers' },
    ],
    chapter: 'Deel',
    questions: ['Wat viel je op?', 'Wat zou jij doen?'],
    note: 'Gegenereerd: hier zegt een begeleider iets over.',
  },
  en: {
    title: 'Generated film',
    summary: 'Made by a program, to measure with. The words mean nothing.',
    standIn:
      'This film does not exist. The picture is that of a short trial. The times of the subtitles do not fit it.',
    retold: 'Made up by a program.',
    narrator: 'Narrator',
    sides: [
      { one: 'client', many: 'clients' },
      { one: 'case manager', many: 'case managers' },
    ],
    chapter: 'Part',
    questions: ['What did you notice?', 'What would you do?'],
    note: 'Generated: a host says something about this.',
  },
} as const;

export const ABOUT: Both = {
  nl: `# Over deze film\n\n${MADE.nl.standIn}\n\n## De makers {#makers}\n\n${MADE.nl.summary}\n\n## Privacy {#privacy}\n\nDeze film weet *niets* van wie kijkt.\n`,
  en: `# About this film\n\n${MADE.en.standIn}\n\n## The makers {#makers}\n\n${MADE.en.summary}\n\n## Privacy {#privacy}\n\nThis film knows *nothing* about who watches.\n`,
};
