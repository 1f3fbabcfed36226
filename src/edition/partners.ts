/** `PARTNERS`: who may show the film in a frame. Exact origins, as browsers compare them; with nobody named, everybody may. */
const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d+)?$/;

/** Throws with what is wrong. A wrong entry would end up in a header, where nobody sees that it does nothing, or too much. */
export function parsePartners(text = ''): readonly string[] {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  for (const entry of entries) {
    const problem = problemOf(entry);
    if (problem) throw new Error(`PARTNERS has "${entry}": ${problem}`);
  }
  return [...new Set(entries)];
}

function problemOf(entry: string): string | undefined {
  const example = 'Write each partner as an origin, like https://www.example.org.';
  if (entry.includes('*')) return `a wildcard names no partner. ${example} With no list at all everybody may embed.`;
  if (!/^https?:\/\//i.test(entry) || !URL.canParse(entry))
    return `this is no origin of a website: it begins with https:// (or http://). ${example}`;
  const { origin, host, username, password } = new URL(entry);
  if (username || password) return `a name or password before the host has no place here. Write ${origin}.`;
  if (host.startsWith('[')) return `policies of pages know no IPv6 addresses. Write the name of the host. ${example}`;
  if (!ORIGIN.test(origin) || /^\.|\.\.|\.(:|$)/.test(host)) return `"${host}" is no name of a host. ${example}`;
  return entry === origin ? undefined : `this is more than, or not quite, an origin. Write ${origin}.`;
}
