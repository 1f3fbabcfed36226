/** What plain English is measured by. */
import { englishSyllables } from './english-syllables';
import { passiveCounter } from './passives';
import type { PlainLanguage } from './plain-language';
import { fleschReadingEase } from './readability';
import { stiffWordFinder } from './stiff-words';

const HELPING = /^(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)$/i;
const VERB = new Set(
  'bought brought built caught chosen cut done driven fed felt found forced forgotten given heard held hidden hit kept known laid led left lost made meant met paid put read said seen sent set shown sold spent spoken stolen taken taught thought thrown told understood written'.split(
    ' ',
  ),
);
/** Words in -ed that say how somebody is or what something is like. */
const NO_VERB =
  /^(?:(?:a|in)?shamed|afraid|bed|bored|closed|concerned|convinced|divorced|excited|frightened|hundred|indeed|interested|known|married|need|pleased|retired|sacred|satisfied|scared|shocked|speed|supposed|surprised|tired|used|wicked|worried)$/;

export const english: PlainLanguage = {
  tag: 'en',
  formula: 'Flesch reading ease',
  easeOf: fleschReadingEase,
  syllablesOf: englishSyllables,
  longWord: 12,
  familiar: new Set(
    'communication conversations grandchildren international neighbourhood opportunities relationships understanding unfortunately'.split(
      ' ',
    ),
  ),
  passivesIn: passiveCounter(
    HELPING,
    (word) => !NO_VERB.test(word) && (VERB.has(word) || /\p{L}{2}ed$/u.test(word)),
    3,
  ),
  // After the lists of simple words that offices write by, such as that of plainlanguage.gov (free of rights).
  stiffIn: stiffWordFinder(`
    additional: more
    adequate: enough
    aforementioned: this
    amongst: among
    approximately: about
    ascertain: find out
    by means of: with
    cease: stop
    commence|commences|commenced: begin
    comply with|complies with: follow
    concerning|regarding|with regard to|with respect to: about
    consequently|hence|thus: so
    demonstrate|demonstrates|demonstrated: show
    disseminate: spread
    due to the fact that: because
    endeavour|endeavours: try
    erroneous: wrong
    expedite: speed up
    facilitate|facilitates|facilitated: help
    feasible: possible
    for the purpose of: to
    forthwith: now
    furthermore|moreover: also
    implement|implements|implemented: carry out
    in accordance with: by
    in lieu of: instead of
    in order to: to
    in the event of: if there is
    initiate|initiates|initiated: start
    nevertheless: still
    notwithstanding: despite
    numerous: many
    per annum: a year
    prior to: before
    prioritise|prioritises: put first
    purchase|purchases|purchased: buy
    pursuant to: under
    remuneration: pay
    subsequently: later
    substantial: large
    sufficient: enough
    terminate|terminates|terminated: end
    thereafter: then
    utilise|utilises|utilised|utilize|utilizes|utilized: use
    whilst: while
  `),
};
