/** What plain Dutch is measured by. */
import { dutchSyllables } from './dutch-syllables';
import { passiveCounter } from './passives';
import type { PlainLanguage } from './plain-language';
import { fleschDouma } from './readability';
import { stiffWordFinder } from './stiff-words';

/** "worden" and its forms; "geworden" is not one: "hij is ziek geworden". */
const HELPING = /^(?:word|wordt|worden|werd|werden)$/i;
/** "gemaakt", "opgeschreven", "behandeld", "verteld"; those in -en after be- and ver- are mostly infinitives: "wordt het begrijpen". */
const VERB =
  /^(?:aan|af|door|in|mee|na|om|op|over|terug|toe|uit|voor|weg)?ge\p{L}{2,}(?:[dt]|en)$|^(?:be|her|ont|ver)\p{L}{2,}[dt]$/u;
const NO_VERB = new Set(
  'bericht beleid gebied gedachten geduld geld geluid gemeenten gesprekken gevoelens gewicht gezicht gezichten gezinnen verband verdriet verstand'.split(
    ' ',
  ),
);

export const dutch: PlainLanguage = {
  tag: 'nl',
  formula: 'Flesch-Douma',
  easeOf: fleschDouma,
  syllablesOf: dutchSyllables,
  // Dutch writes compounds as one word.
  longWord: 15,
  familiar: new Set(
    'aanhalingstekens internetverbinding kinderdagverblijf verantwoordelijk verjaardagsfeest vrijwilligerswerk'.split(
      ' ',
    ),
  ),
  passivesIn: passiveCounter(HELPING, (word) => VERB.test(word) && !NO_VERB.has(word), 8),
  stiffIn: stiffWordFinder(`
    aangaande: over
    aanvangen: beginnen
    additioneel|additionele: extra
    alsmede: en
    alvorens: voordat
    betreffende: over
    bewerkstelligen: zorgen voor
    conform: volgens
    continueren: doorgaan met
    creëren|creëert: maken
    dan wel|danwel: of
    derhalve: daarom
    desalniettemin|desondanks|niettemin: toch
    desbetreffende: deze
    dientengevolge: daardoor
    doch: maar
    door middel van: met
    dusdanig|dusdanige: zo
    echter: maar
    eveneens|tevens: ook
    faciliteren|faciliteert: mogelijk maken
    frequent|frequente: vaak
    geschieden|geschiedt: gebeuren
    hetgeen: wat
    implementeren|implementeert: invoeren
    incidenteel|incidentele: soms
    indien: als
    initiëren|initieert: beginnen
    in het kader van: voor
    inzake|omtrent: over
    met betrekking tot: over
    middels: met
    momenteel|thans: nu
    optimaliseren|optimaliseert: beter maken
    participeren|participeert: meedoen
    reeds: al
    retourneren|retourneert: terugsturen
    substantieel|substantiële: groot
    ten aanzien van: over
    ten behoeve van: voor
    ten gevolge van: door
    teneinde: om
    trachten|tracht: proberen
    verstrekken|verstrekt: geven
    voornemens: van plan
    wederom: weer
    woonachtig: woont
    zodoende: zo
  `),
};
