import { itemKey } from './programme';
import { isSameScene, itemOf, type Scene } from './scenes';
import type { EditionData } from '../timeline/edition-data';
import { uncover, type Plan, type Session } from './session';

/**
 * Makes a session of an earlier visit fit the edition as it is now: what the edition no longer has is taken out, and the room stands at
 * what comes next. `plan` is made of the session's own programme. A session that fits is given back as it is.
 */
export function fitSession(session: Session, plan: Plan): Session {
  const items = plan.agenda.map(({ item }) => item);
  const scene = fittingScene(session, plan);
  const isSame = scene.kind === session.scene.kind;
  if (items.length === session.programme.items.length && isSame && isSameScene(scene, session.scene)) return session;
  const { talkingSince, ...rest } = session;
  return {
    ...rest,
    programme: { ...session.programme, items },
    scene,
    film: isSame ? session.film : { ...session.film, playing: false },
    records: session.records.filter(({ key }) => plan.agenda.some((entry) => entry.key === key)),
    ...(talkingSince !== undefined && isSame && { talkingSince }),
  };
}

/** The same for languages and for a quote that lies over the scene: without words the room would be empty. */
export function fitWords(session: Session, { languages, quotes }: Pick<EditionData, 'languages' | 'quotes'>): Session {
  const { cover } = session;
  const isKnown = cover?.kind !== 'quote' || quotes.some(({ id }) => id === cover.quote);
  const subtitles = session.subtitles.filter((code) => languages.includes(code));
  const language = languages.includes(session.language) ? session.language : languages[0]!;
  if (isKnown && language === session.language && subtitles.length === session.subtitles.length) return session;
  return { ...(isKnown ? session : uncover(session)), subtitles, language };
}

function fittingScene({ scene, programme }: Session, { agenda, scenes }: Plan): Scene {
  if (!('item' in scene)) return scene;
  const [item = -1, ...later] = programme.items
    .slice(scene.item)
    .map((each) => agenda.findIndex(({ key }) => key === itemKey(each)));
  if (item < 0) {
    const next = later.find((each) => each >= 0);
    return next === undefined ? { kind: 'end' } : { kind: 'card', item: next };
  }
  const wanted = { ...scene, item };
  // The edition may have fewer questions than it had: then the last of them.
  return scenes.find((each) => isSameScene(each, wanted)) ?? scenes.findLast((each) => itemOf(each) === item)!;
}
