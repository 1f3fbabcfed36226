/** The codec strings of RFC 6381, so that a browser knows from the manifest whether it can play a file. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Stream {
  readonly codec_name?: string;
  readonly level?: number;
  readonly pix_fmt?: string;
}

export function codecType(file: string): string {
  const args = ['-v', 'error', '-show_entries', 'stream=codec_name,level,pix_fmt', '-of', 'json', file];
  const { streams } = JSON.parse(execFileSync('ffprobe', args, { encoding: 'utf8' })) as { streams: readonly Stream[] };
  const codecs = streams.map((stream) => codecOf(stream, file));
  return `video/${file.endsWith('.webm') ? 'webm' : 'mp4'}; codecs="${codecs.join(', ')}"`;
}

function codecOf({ codec_name: name, level = 0, pix_fmt: format = '' }: Stream, file: string): string {
  const two = (value: number) => String(value).padStart(2, '0');
  if (name === 'h264') {
    // Profile, constraints and level stand behind the version in the file's own record of how it was made.
    const bytes = readFileSync(file);
    const at = bytes.indexOf('avcC', 0, 'latin1') + 5;
    return `avc1.${bytes.toString('hex', at, at + 3)}`;
  }
  if (name === 'av1') return `av01.0.${two(level)}M.${format.includes('10') ? '10' : '08'}`;
  if (name === 'vp9') return `vp09.00.${two(level > 0 ? level : 31)}.08`;
  if (name === 'aac') return 'mp4a.40.2';
  return name ?? 'unknown';
}
