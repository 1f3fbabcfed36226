/** The programs that a film needs and that npm can't install. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const INSTALL = 'On Debian or Ubuntu: apt-get install ffmpeg espeak-ng chromium';

function onPath(program: string): string | undefined {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** One line that says what to install, or nothing when all is there. */
export function missingPrograms(programs: readonly string[], browser: string | undefined): string | undefined {
  const missing = programs.filter((program) => !onPath(program));
  if (browser === undefined) missing.push('a browser (Chromium or Chrome)');
  return missing.length ? `npm run film needs ${missing.join(' and ')}. ${INSTALL}` : undefined;
}
