// Reads a `_headers` file as the hosts do that know it: what a rule says holds for every address it matches, and rules add up.

/**
 * @param {string} text
 * @returns {{ prefix: string, rules: { path: string, headers: [string, string][] }[] }} `prefix` is the folder of the site on its host
 */
export function readHeaders(text) {
  const rules = [];
  let prefix = '/';
  for (const line of text.split('\n')) {
    const place = /^# The site stands at (\S+)$/.exec(line);
    if (place) prefix = place[1];
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (!/^\s/.test(line)) {
      rules.push({ path: line.trim(), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+([^:\s]+):\s*(.*?)\s*$/.exec(line) ?? [];
    if (!name || rules.length === 0) throw new Error(`_headers has a line that is no header: "${line}"`);
    rules.at(-1).headers.push([name, value]);
  }
  return { prefix, rules };
}

const matches = (pattern, path) => (pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern);

/** @returns {Map<string, string>} what `path` gets; values of one name are joined, as in HTTP */
export function headersFor(rules, path) {
  const found = new Map();
  for (const { path: pattern, headers } of rules) {
    if (!matches(pattern, path)) continue;
    for (const [name, value] of headers) found.set(name, found.has(name) ? `${found.get(name)}, ${value}` : value);
  }
  return found;
}
