/** Sound as plain numbers: 16-bit mono WAV in, samples between -1 and 1 out, and back. */
export interface Sound {
  readonly rate: number;
  readonly samples: Float32Array;
}

export function readWav(file: Buffer): Sound {
  if (file.toString('latin1', 0, 4) !== 'RIFF') throw new Error('This is not a WAV file.');
  let rate = 0;
  for (let at = 12; at + 8 <= file.length;) {
    const kind = file.toString('latin1', at, at + 4);
    // espeak-ng writes the size of a stream (0x7ffff000) when it can't go back: what the file holds counts then.
    const size = Math.min(file.readUInt32LE(at + 4), file.length - at - 8);
    if (kind === 'fmt ') {
      rate = file.readUInt32LE(at + 12);
      if (file.readUInt16LE(at + 10) !== 1 || file.readUInt16LE(at + 22) !== 16) throw new Error('Only 16-bit mono.');
    }
    if (kind === 'data') {
      const samples = new Float32Array(size >> 1);
      for (let i = 0; i < samples.length; i += 1) samples[i] = file.readInt16LE(at + 8 + i * 2) / 32768;
      return { rate, samples };
    }
    at += 8 + size + (size & 1);
  }
  throw new Error('This WAV file has no sound in it.');
}

export function writeWav({ rate, samples }: Sound): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(36 + samples.length * 2, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, i) =>
    file.writeInt16LE(Math.max(-32768, Math.min(32767, Math.round(sample * 32767))), 44 + i * 2),
  );
  return file;
}
