import { certificateName } from '../../domain/intimations/certificate.ts';
import type { PrintedCertificate } from '../../use-cases/intimations/ports.ts';
import { loadPlainFonts } from './plain-fonts.ts';
import type { PlainFonts } from './plain-fonts.ts';
import { plainPage } from './plain-page.ts';
import type { Paragraph } from './plain-page.ts';

let fonts: Promise<PlainFonts> | undefined;

/** A certificate as `certificate-definition.ts` has it, printed cheaply; undefined when it does not fit or has rare letters. */
export async function certificatePage({ facts, notices, municipality, letterhead, number, processNumber, at }: PrintedCertificate): Promise<Uint8Array | undefined> {
  fonts ??= loadPlainFonts();
  const lines = letterhead?.lines ?? [`${municipality.city} - ${municipality.state}`];
  const head: Paragraph[] = [{ stretches: [{ text: municipality.name.toUpperCase(), bold: true }], size: 13, after: 0, centred: true }, ...lines.map(headLine)];
  const paragraphs: Paragraph[] = [
    ...head.map((paragraph, index) => (index === head.length - 1 ? { ...paragraph, ruled: true, after: 18 } : paragraph)),
    { stretches: [{ text: certificateName.toUpperCase(), bold: true }], size: 14, after: 14, centred: true },
    ...facts.map(([label, value], index): Paragraph => ({
      stretches: [{ text: `${label}:`, bold: true }, { text: value }], size: 11, after: index === facts.length - 1 ? 12 : 3,
    })),
    ...notices.map((text): Paragraph => ({ stretches: [{ text }], size: 9.5, after: 5 })),
  ];
  const footer = [`Processo ${processNumber}`, `Documento ${number}`, 'Página 1 de 1'] as const;
  return plainPage({ title: `${certificateName} ${number}`, author: municipality.name, at, paragraphs, footer: [...footer] }, await fonts);
}

function headLine(text: string): Paragraph {
  return { stretches: [{ text }], size: 9, after: 0, centred: true };
}
