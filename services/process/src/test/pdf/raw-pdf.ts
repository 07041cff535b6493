import { deflateSync } from 'node:zlib';

/** The body of a stream object; `Filter` when it is compressed. */
export function stream(content: string | Buffer, entries = ''): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`<< /Length ${String(bytes.length)} ${entries} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
}

/** A stream that is `size` zero bytes once inflated. */
export function bomb(size: number, entries = ''): Buffer {
  return stream(deflateSync(Buffer.alloc(size), { level: 9 }), `/Filter /FlateDecode ${entries}`);
}

/** Objects in an object stream, as writers since PDF 1.5 hide most of theirs. */
export function objectStream(objects: Readonly<Record<number, string>>): Buffer {
  const bodies = Object.values(objects);
  let offset = 0;
  const index = Object.keys(objects).map((number, position) => {
    const entry = `${number} ${String(offset)}`;
    offset += (bodies[position]?.length ?? 0) + 1;
    return entry;
  });
  const head = `${index.join(' ')} `;
  return stream(deflateSync(`${head}${bodies.join(' ')}`), `/Type /ObjStm /N ${String(bodies.length)} /First ${String(head.length)} /Filter /FlateDecode`);
}

/** A PDF of these objects, byte by byte, with a correct table: for files that no writer would make. */
export function rawPdf(objects: Readonly<Record<number, string | Buffer>>, trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%âãÏÓ\n', 'latin1')];
  const offsets = new Map<number, number>();
  let length = parts[0]?.length ?? 0;
  const add = (bytes: Buffer): void => {
    parts.push(bytes);
    length += bytes.length;
  };
  for (const [number, body] of Object.entries(objects)) {
    offsets.set(Number(number), length);
    add(Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(body as string), Buffer.from('\nendobj\n')]));
  }
  const size = Math.max(...offsets.keys()) + 1;
  const start = length;
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  add(Buffer.from(`xref\n0 ${String(size)}\n${rows.join('')}trailer\n<< /Size ${String(size)} /Root 1 0 R ${trailer} >>\nstartxref\n${String(start)}\n%%EOF\n`));
  return Buffer.concat(parts);
}

/** One page that says `text`, and whatever else is asked for. */
export function onePage(text: string, more: { catalog?: string; page?: string; objects?: Readonly<Record<number, string | Buffer>>; trailer?: string } = {}): Buffer {
  return rawPdf(
    {
      1: `<< /Type /Catalog /Pages 2 0 R ${more.catalog ?? ''} >>`,
      2: '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 595 842] >>',
      3: `<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${more.page ?? ''} >>`,
      4: stream(`BT /F1 24 Tf 72 720 Td (${text}) Tj ET`),
      5: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
      ...more.objects,
    },
    more.trailer,
  );
}
