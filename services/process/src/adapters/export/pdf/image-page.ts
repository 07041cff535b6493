import PDFDocument from 'pdfkit';

const marginPoints = 28;

// Missing in the types of pdfkit.
interface Opener {
  openImage(image: Buffer): { width: number; height: number; orientation?: number };
}

/** A picture as a page, upright as the camera held it, as large as the page allows. */
export async function imagePage(image: Buffer): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const { width, height, orientation = 1 } = (new PDFDocument({ autoFirstPage: false }) as unknown as Opener).openImage(image);
  const isTurned = orientation > 4; // EXIF: by a quarter
  const isWide = isTurned ? height > width : width > height;
  const pdf = new PDFDocument({ size: 'A4', layout: isWide ? 'landscape' : 'portrait', margin: marginPoints });
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve, reject) => pdf.on('end', resolve).on('error', reject));
  const room: [number, number] = [pdf.page.width - 2 * marginPoints, pdf.page.height - 2 * marginPoints];
  pdf.image(image, marginPoints, marginPoints, { fit: room, align: 'center', valign: 'center' });
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}
