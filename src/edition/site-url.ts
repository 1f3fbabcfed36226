/** `SITE_URL`: where the site will stand. Whole addresses begin with it, and the files for hosts take the host from it. */

/** With a slash at the end, as it is a folder. Throws with what is wrong. */
export function parseSiteUrl(text = ''): string | undefined {
  const given = text.trim();
  if (given === '') return undefined;
  const example = 'Write the whole address of the site, like https://film.example.org/.';
  const wrong = (problem: string) => new Error(`SITE_URL is "${given}": ${problem} ${example}`);
  if (!/^https?:\/\//i.test(given)) throw wrong('it begins with https:// (or http://).');
  if (!URL.canParse(given)) throw wrong('this is no address of a website.');
  const { origin, pathname, search, hash, username, password } = new URL(given);
  if (username || password) throw wrong('a name or password before the host has no place here.');
  if (search || hash) throw wrong('it is a folder: nothing comes after its path.');
  return origin + pathname.replace(/\/*$/, '/');
}
