/**
 * Every problem that an edition can have: how serious it is, what is wrong, and what its maker does about it. The makers of editions
 * write texts, not code, so the words here name what they see in their own files. `{word}` is filled in where the problem is found.
 */
interface Entry {
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly help: string;
}

const error = <const M extends string, const H extends string>(message: M, help: H) =>
  ({ severity: 'error', message, help }) as const;
const warning = <const M extends string, const H extends string>(message: M, help: H) =>
  ({ severity: 'warning', message, help }) as const;

export const problemTable = {
  // Which edition
  'no-editions': error(
    'There is no edition here: no folder in media-manifests.',
    'Make a folder media-manifests/<edition> with a film.json in it; its name takes lower-case letters, digits and hyphens.',
  ),
  'choose-edition': error(
    'There are several editions here: {editions}.',
    'Name one, for example EDITION={first} npm start, or set "dichterbij": {"edition": "{first}"} in package.json.',
  ),
  'unknown-edition': error(
    'There is no edition "{edition}" here. There is: {editions}.',
    'Correct the name, or make the folder media-manifests/{edition}.',
  ),
  'edition-id': error(
    'The id "{id}" is not the name of the folder, "{folder}".',
    'Give the folder and the id the same name; the subtitles folder carries it too.',
  ),

  // Files
  'file-missing': error('This file is not there or cannot be read.', '{why}'),
  'not-utf8': error(
    'This file is not UTF-8 text: something else stands at byte {byte}.',
    'Save it again with the encoding UTF-8. Most editors offer that under "Save as".',
  ),
  'direction-open': error(
    'A sign that turns the direction of writing round is not closed on this line.',
    'Take it out: browsers see themselves how a word is written. Most editors can show signs that are not seen.',
  ),
  'unknown-language': error(
    'This file is in "{language}", which the film does not list.',
    'Add "{language}" to "languages" in film.json, or take the file out.',
  ),
  'media-missing': error(
    'The file public/{name} is named here, but it is not there.',
    'Put the file in that place, or correct its name (capitals count).',
  ),

  'hls-not-made': error(
    'The playlist public/{name} is named here, but it is not there.',
    'Make it with npm run film -- --hls, which writes public/film/hls/film.m3u8 from public/film/film.mp4.',
  ),
  'hls-alone': warning(
    'The film is here in parts only (HLS).',
    'Name a whole file (video/mp4) behind it: for browsers that have no engine for it, and for devices that keep the film.',
  ),
  'film-not-fast-start': warning(
    'The index of public/{name} stands behind its pictures: browsers have to fetch that first, from the end.',
    'Move it to the front, which changes nothing else: ffmpeg -i {name} -c copy {how} new.{extension}',
  ),
  'film-key-frames': warning(
    'Up to {seconds} s lie between two key frames of public/{name}: going to a moment is slow there.',
    'Encode it with a key frame every two seconds, for example with ffmpeg and -force_key_frames "expr:gte(t,n_forced*2)".',
  ),
  'sprite-unread': error(
    "How large the picture public/{name} is can't be read.",
    'Make it anew with npm run film -- --sprite.',
  ),
  'sprite-grid': error(
    'The sheet public/{name} is {width} by {height} pixels, which are not {columns} by {rows} pictures in the form of the film.',
    'Correct "columns" and "rows", or make the picture anew with npm run film -- --sprite, which says both.',
  ),
  'service-twice': error('The film is named at two services.', 'Keep one: a viewer is asked once, about one company.'),
  'service-alone': warning(
    'The film is nowhere but at {service}.',
    'Add a file if you can: workshops, keeping the film on a device and pages without JavaScript need one.',
  ),

  // JSON
  'json-syntax': error('{what}.', 'Put it right here or just before: in JSON it is often a comma or a quotation mark.'),
  'json-duplicate-key': error('"{key}" stands here twice (first on line {first}).', 'Keep one of the two.'),
  'json-forbidden-key': error('"{key}" cannot be used as a name.', 'Choose another name.'),
  shape: error('{path}: {what}.', 'Change it as said; an editor that reads the schema shows what fits here.'),
  markup: error('{path}: there is markup in this text.', 'Write plain text, without signs such as <b> or </i>.'),

  // film.json
  'double-id': error('There are two {kind} "{id}" (the first on line {first}).', 'Give each its own id.'),
  'double-name': error(
    '"{name}" is the name of more than one voice: the subtitles could mean either.',
    'Give each person, and the narrator, a name of their own.',
  ),
  'unknown-perspective': error('The perspective "{perspective}" is not one of the two.', 'Use one of: {perspectives}.'),
  'unknown-person': error('There is no person "{person}".', 'Use the id of someone in "people" of film.json.'),
  'unknown-cue': error(
    'There is no cue "{cue}" in the subtitles.',
    'Use an id that stands above a cue in {file}, or add it there.',
  ),
  'unknown-theme': error(
    'There is no theme "{theme}".',
    'Use a theme of film.json as in <c.theme>words</c>, or add this one there. Subtitles take no other classes.',
  ),
  'ends-before-start': error(
    'The {kind} "{id}" ends before it begins: "{to}" comes before "{from}".',
    'Set "to" to a cue that comes after "from", or to the same one.',
  ),
  'chapter-order': error(
    'The chapter "{id}" begins before the chapter above it, "{before}".',
    'Put the chapters in the order of the film.',
  ),
  overlap: error(
    'The {kind} "{id}" begins before the {kind} "{before}" has ended.',
    'Let one end at a cue before the other begins.',
  ),
  'cue-outside-chapters': warning(
    'The cue "{cue}" is in no chapter.',
    'Let a chapter begin earlier or end later in film.json.',
  ),
  'quote-speaker': warning(
    'The quote "{id}" is by {person}, but "{cue}" is not said by them.',
    'Choose the cues in which {person} speaks, or another person.',
  ),
  'theme-one-sided': error(
    'The theme "{theme}" has no moment from the side "{perspective}".',
    'Mark a phrase as <c.{theme}>…</c> in a cue that someone of that side says.',
  ),

  // Words
  'text-missing': error('The {kind} "{id}" has no text in this language.', 'Add "{id}" under "{group}".'),
  'text-unknown': error('There is no {kind} "{id}" in film.json.', 'Correct the id, or take the text out.'),
  'double-slug': error(
    'Two themes have the address "{slug}": "{first}" and "{second}".',
    'Give each theme its own slug in this language.',
  ),
  'questions-differ': error(
    'The number of questions for the {kind} "{id}" is {here} here and {there} in {other}.',
    'Ask the same questions in each language.',
  ),
  'host-note-differs': error(
    'Only {only} has a host note for the theme "{id}", not {other}.',
    'Write the note in each language, or in none.',
  ),

  // Words of the interface
  'interface-text-missing': error(
    'The interface has no text "{key}" in this language.',
    'Write it here; in {other} it is: {text}',
  ),
  'interface-text-unknown': error(
    'The interface has no place for a text "{key}".',
    'Name it as {other} does, or take it out.',
  ),
  'interface-form-missing': error(
    'The text "{key}" has no form "{form}".',
    'Add "{key}_{form}": this language counts in the forms {forms}.',
  ),
  'interface-form-unknown': error(
    'This language has no such form as that of "{name}".',
    'Take it out: this language counts in the forms {forms}.',
  ),
  'interface-holes': error(
    'The text "{key}" leaves other places open ({here}) than {other} does ({there}).',
    'Leave the same places open, spelt the same; only a form for none, one or two may leave out the number.',
  ),
  'interface-address-double': error(
    'Two views have the address "{address}": "{first}" and "{second}".',
    'Give each view a name of its own.',
  ),

  // Subtitles: what stands in the file
  'vtt-syntax': error('{what}', 'Write the cue as: id, times, text, each on its own line, and an empty line after it.'),
  'vtt-unsupported': error('{what} have no place in these subtitles.', 'Write the words without them.'),
  'vtt-differs': error(
    'Browsers read this cue differently: {what}.',
    'Write it more simply: plain text, <v Name>, <c.theme>…</c>, and & as &amp;.',
  ),
  'not-timed': error(
    'There are no times here yet: every cue stands at zero.',
    'Run npm run film, which times the subtitles by the speech; the times of descriptions are written by hand.',
  ),
  'cue-id-missing': error(
    'This cue has no id.',
    'Write an id such as "{example}" on the line above the times, the same in each language.',
  ),
  'cue-id-form': error(
    '"{id}" cannot be the id of a cue.',
    'Use lower-case letters, digits and hyphens, for example "anna-07".',
  ),
  'cue-id-double': error('The cue "{id}" is here twice (first on line {first}).', 'Give each cue its own id.'),
  'voice-missing': error('The cue "{id}" has no voice.', 'Begin it with who speaks, for example <v {example}>.'),
  'unknown-voice': error('Nobody is called "{name}".', 'Use one of: {names}.'),
  'voice-not-whole': error(
    'The voice of the cue "{id}" is not that of the whole cue.',
    'Begin the cue with one <v Name>; two people who speak get a cue each.',
  ),
  'cue-empty': error('The cue "{id}" has no words.', 'Write what is said, or take the cue out.'),

  // Subtitles: between languages
  'cue-missing': error('The cue "{id}" of {other} is missing here.', 'Add it here, with the same id.'),
  'cue-extra': error('The cue "{id}" is not in {other}.', 'Correct its id, or add the cue there.'),
  'times-differ': error(
    'The cue "{id}" stands {difference} s away from the same cue in {other}.',
    'Give it the same times; half a second is the most it may differ.',
  ),
  'voice-differs': error(
    'In {other} the cue "{id}" is said by {voice}.',
    'Let the same person say it in each language.',
  ),
  'themes-differ': error(
    'The themes of the cue "{id}" are not those of {other}: here {here}, there {there}.',
    'Mark the same themes in each language.',
  ),

  // Descriptions of what is to be seen
  'description-tags': error(
    'The description "{id}" has tags.',
    'Write plain words: no <v Name>, no <c.theme>, no <i>; for the sign < write &lt;.',
  ),
  'description-id-taken': error(
    'The id "{id}" of this description is that of a subtitle too.',
    'Give descriptions ids of their own, for example "d-{id}".',
  ),
  'description-over-line': error(
    'The description "{id}" begins while the line "{cue}" is said.',
    'Let it begin in a pause: before a line or after it.',
  ),
  'description-into-line': error(
    'The description "{id}" still stands when the line "{cue}" begins.',
    'End it when that line begins or earlier; the film waits where the voice needs longer.',
  ),
  'description-times': error(
    'The description "{id}" has other times than in {other}.',
    'Give it the same times in each language.',
  ),

  // Subtitles: time
  'cue-order': error('The cue "{id}" begins before the cue above it.', 'Put the cues in the order of time.'),
  'cues-overlap': error(
    'The cue "{id}" begins {overlap} ms before the cue above it ends.',
    'Let the cue above end 80 ms earlier than this one begins.',
  ),
  'gap-too-small': error(
    'The cue "{id}" begins {gap} ms after the cue above it.',
    'Leave 80 ms between the two, so that the change is seen.',
  ),
  'gap-loose': warning(
    'The cue "{id}" begins {gap} ms after the cue above it: a flicker.',
    'Close it to 80 ms, or leave half a second or more.',
  ),
  'cue-too-short': error(
    'The cue "{id}" shows for {seconds} s.',
    'Show it for a second or longer; 0.833 s is the least.',
  ),
  'cue-short': warning('The cue "{id}" shows for {seconds} s only.', 'Show it for a second or longer.'),
  'cue-too-long': error('The cue "{id}" shows for {seconds} s.', 'Make two cues of it; 7 s is the most.'),

  // Subtitles: reading
  'line-too-long': error('This line has {length} characters.', 'Break it or shorten it; 42 is the most, 37 is better.'),
  'line-long': warning('This line has {length} characters.', 'Break it or shorten it to 37.'),
  'too-many-lines': error('The cue "{id}" has {count} lines.', 'Make two cues of it; two lines are the most.'),
  'reading-too-fast': error(
    'The cue "{id}" asks for {speed} characters a second.',
    'Shorten it, or show it longer; {most} is the most in this language.',
  ),
  'reading-fast': warning(
    'The cue "{id}" asks for {speed} characters a second.',
    'Shorten it, or show it longer, until it is {aim} or less.',
  ),

  // Portraits and the about page
  'markdown-html': error('There is HTML in this text.', 'Write it without tags; only *emphasis* and links are needed.'),
  'markdown-unsupported': error('{what} cannot be used here.', 'Use titles, paragraphs, *emphasis* and links only.'),
  'title-missing': error('The title is missing.', 'Begin the file with "# " and {name}.'),
  'portrait-name': warning(
    'The title is "{title}", but this is the portrait of {name}.',
    'Write the name as in film.json.',
  ),
  'headline-missing': error(
    'There is no sentence between the title and the first paragraph.',
    'Say there in a sentence or two what follows.',
  ),
  'fact-form': error('This is not a fact.', 'Write it as "- Label: value".'),
  'paragraph-without-id': error(
    'The paragraph "{title}" has no id.',
    'Put an id behind its title: ## {title} {#its-id}',
  ),
  'paragraph-id-form': error(
    'What stands behind the title "{title}" cannot be read.',
    'Write it as {#its-id} or {#its-id cues="anna-01 anna-02"}, with lower-case letters, digits and hyphens.',
  ),
  'paragraph-id-double': error(
    'There are two paragraphs "{id}" in this file (the first on line {first}).',
    'Give each its own id.',
  ),
  'paragraph-empty': error('The paragraph "{id}" has a title and no text.', 'Write its text, or take the title out.'),
  'paragraph-missing': error('The paragraph "{id}" of {other} is missing here.', 'Add it here, with the same id.'),
  'unknown-paragraph': error(
    'There is no paragraph "{id}" in {other}.',
    'Use the id that it has there, or add the paragraph there.',
  ),
  'paragraph-order': error(
    'The paragraph "{id}" stands in another place than in {other}.',
    'Put the paragraphs in the same order in each language.',
  ),
  'link-not-allowed': error(
    'The link to "{address}" cannot be used.',
    'Link to a full https:// address or to a cue, as in [words](cue:anna-01). For words in another language write [words](lang:nl).',
  ),
  'cue-link-elsewhere': error(
    'The link leads to "{cue}", which is not a cue of this paragraph.',
    'Add "{cue}" to the cues behind the title (in the default language), or move the link.',
  ),
  'cue-in-two-paragraphs': error(
    'The cue "{cue}" is told about in two paragraphs (the other: {other}).',
    'Name it behind one title only.',
  ),
  'cues-not-here': error(
    'Cues are named here, behind the title "{title}".',
    'Name cues only in the portraits of the default language; take cues="…" out here.',
  ),
  'portrait-length': warning('The portrait has {words} words.', 'Aim at 350 to 600.'),
  'portrait-paragraphs': warning('The portrait has {count} paragraphs.', 'Make it 4 to 8.'),

  // Plain language
  'sentence-long': warning(
    'The sentence that begins with "{begin}" has {words} words.',
    'Make two sentences of it: with {most} words or fewer, more people can follow it.',
  ),
  'word-long': warning(
    'The word "{word}" has {letters} letters.',
    'Use a shorter one that people know. Is there none? Explain it: add it to "glossary", with this form of it, and it is not named here.',
  ),
  'word-stiff': warning('Offices write "{word}", and hardly anybody says it.', 'Write "{instead}".'),
  'passive-many': warning(
    'From the sentence that begins with "{begin}" on, {count} things are done, and not a word about who does them.',
    'Say who: not "the letter is sent", but "the municipality sends the letter".',
  ),
  'part-hard': warning(
    'The part that begins with "{begin}" is hard to read: {ease} points by the formula {formula}.',
    'Use shorter sentences and shorter words until it has {least} points.',
  ),
  'text-hard': warning(
    'This file is hard to read: {ease} points by the formula {formula}.',
    'Use shorter sentences and shorter words until it has {least} points. Begin here: this part is the hardest.',
  ),
} satisfies Record<string, Entry>;
