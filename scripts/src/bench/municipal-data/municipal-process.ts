import type { Author, Document } from '../../../../services/process/src/domain/documents/document.ts';
import { documentWith } from '../../../../services/process/src/domain/documents/document.ts';
import type { Access } from '../../../../services/process/src/domain/processes/access-level.ts';
import { processOpened, processReceived } from '../../../../services/process/src/domain/processes/process-movements.ts';
import type { Movement } from '../../../../services/process/src/domain/processes/movement.ts';
import { formatNumber } from '../../../../services/process/src/domain/numbers/format-number.ts';
import { parseMask } from '../../../../services/process/src/domain/numbers/parse-mask.ts';
import { arrivedIn, generatedIn } from '../../../../services/process/src/domain/processes/placement.ts';
import type { Placement } from '../../../../services/process/src/domain/processes/placement.ts';
import { coveringLevel, open, openedIn } from '../../../../services/process/src/domain/processes/process.ts';
import type { Process } from '../../../../services/process/src/domain/processes/process.ts';
import { municipalText, personName, themeOf } from './municipal-text.ts';
import type { Theme } from './municipal-text.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';
import vocabulary from './vocabulary.json' with { type: 'json' };

export const benchMunicipality = 'bench-municipality';

/** A process with all that lies around it, as its service would have written it. */
export interface MunicipalProcess {
  readonly process: Process;
  readonly parties: readonly string[];
  readonly placements: readonly Placement[];
  readonly movements: readonly Movement[];
  readonly documents: readonly { readonly document: Document; readonly text: string }[];
}

const mask = parseMask('PMC.{year:4}.{sequence:8}-{check:mod11-executivo-federal}');
const firstDay = Date.UTC(2018, 0, 2);
const lastDay = Date.UTC(2026, 10, 20);
const documentsEach = 5;
const typeNames: Record<string, string> = {
  'general-request': 'Requerimento geral',
  complaint: 'Reclamação sobre serviço público',
  procurement: 'Contratação',
  personnel: 'Gestão de pessoas',
};
const everybody: Access = { accessLevel: 'PUBLIC', legalHypothesis: null };

/** The process of this index, of `count`: the same one every time. */
export function municipalProcess(index: number, count: number): MunicipalProcess {
  const random = randomFrom(index + 1);
  const theme = themeOf(random);
  const at = new Date(firstDay + Math.floor(((lastDay - firstDay) * index) / count));
  const unitId = unitOf(random);
  const opened = open({
    id: idOf('process', index),
    municipalityId: benchMunicipality,
    unitId,
    number: formatNumber(mask, { year: at.getUTCFullYear(), sequence: index + 1, bodyCode: null, unitCode: null }),
    type: { key: theme.key, name: typeNames[theme.key] ?? theme.name },
    specification: random.pick(theme.subjects),
    access: accessOf(random, { restricted: 0.1, secret: 0.02 }),
    at,
    subjects: [theme.name],
    interestedPartyIds: [idOf('person', random.rank(count))],
    openedBy: idOf('staff', random.between(0, 300)),
  });
  const documents = Array.from({ length: documentsEach }, (_, position) => documentOf(opened, theme, random, { index, position }));
  const level = documents.reduce((process, { document }) => coveringLevel(process, document.accessLevel), opened);
  const other = unitOf(random);
  const process = openedIn(level, other);
  return {
    process,
    parties: [personName(random)],
    placements: other === unitId ? [generatedIn({ process, unitId, at })] : [generatedIn({ process, unitId, at }), arrivedIn(undefined, { process, unitId: other, at })],
    movements: movementsOf(process, other, at),
    documents,
  };
}

function documentOf(process: Process, theme: Theme, random: Random, place: { index: number; position: number }) {
  const sequence = place.index * documentsEach + place.position + 1;
  const isExternal = place.position === 0 || random.next() < 0.2;
  const type = isExternal ? random.pick(vocabulary.externalTypes) : random.pick(vocabulary.documentTypes);
  const at = new Date(process.openedAt.getTime() + place.position * random.between(1, 20) * 86_400_000);
  const by: Author = { kind: isExternal ? 'person' : 'staff', id: idOf('staff', random.between(0, 300)) };
  const id = idOf('document', sequence);
  const facts = documentWith({
    id,
    processId: process.id,
    municipalityId: process.municipalityId,
    sequence,
    type,
    title: random.next() < 0.5 ? type : `${type} - ${random.pick(theme.subjects)}`,
    access: process.accessLevel === 'PUBLIC' ? accessOf(random, { restricted: 0.08, secret: 0 }) : accessLike(process),
    file: { id: `file-${id}`, fileName: `${type}.pdf`, mediaType: 'application/pdf', size: 48_000, sha256: '0'.repeat(64) },
    at,
    by,
    ...(isExternal ? {} : { unitId: process.unitId }),
  });
  const document: Document = {
    ...facts,
    origin: isExternal ? 'DIGITISED' : 'BORN_DIGITAL',
    state: isExternal ? 'SUBMITTED' : random.next() < 0.04 ? 'DRAFT' : 'SIGNED',
    submittedBy: isExternal ? by.id : null,
    signatureRequests: [],
  };
  const signed = document.state === 'SIGNED' ? { ...document, signatures: [signatureOf(document, random)] } : document;
  return { document: signed, text: `${type} nº ${String(sequence)}\n${municipalText(theme, random)}` };
}

function signatureOf(document: Document, random: Random): Document['signatures'][number] {
  return {
    kind: 'SIGNATURE',
    signerKind: 'staff',
    signerId: document.createdBy.id,
    signerName: personName(random),
    role: 'Analista',
    signedAt: document.createdAt,
    sha256: document.file.sha256,
    method: 'SYSTEM_PASSWORD',
    level: 'SIMPLE',
    authorizationId: `authorization-${document.id}`,
  };
}

function movementsOf(process: Process, other: string, at: Date): Movement[] {
  const place = { processId: process.id, municipalityId: process.municipalityId, at, by: null };
  return [
    processOpened({ ...place, id: `${process.id}-opened`, unitId: process.unitId }, process.typeName),
    processReceived({ ...place, id: `${process.id}-received`, unitId: other }, { acronym: other }),
  ];
}

function accessOf(random: Random, shares: { restricted: number; secret: number }): Access {
  const drawn = random.next();
  if (drawn < shares.secret) return { accessLevel: 'SECRET', legalHypothesis: 'Investigação de Responsabilidade de Servidor (Lei nº 8.112/1990)' };
  if (drawn < shares.secret + shares.restricted) return { accessLevel: 'RESTRICTED', legalHypothesis: 'Informação Pessoal (LGPD, Lei nº 13.709/2018)' };
  return everybody;
}

const accessLike = ({ accessLevel, legalHypothesis }: Access): Access => ({ accessLevel, legalHypothesis });
const unitOf = (random: Random): string => `unit-${String(random.rank(vocabulary.units.length))}`;
const idOf = (kind: string, index: number): string => `${kind}-${String(index).padStart(8, '0')}`;
