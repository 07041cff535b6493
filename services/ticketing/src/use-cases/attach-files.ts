import { principalKey } from '@guiche/kit/auth';
import type { Principal } from '@guiche/kit/auth';
import { refuseProblems } from '@guiche/kit/errors';
import { errors } from '../domain/errors.ts';
import { additionalLabel, mostFiles } from '../domain/ticket-file.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Ports } from './ports.ts';
import { takeFiles } from './take-files.ts';
import type { WantedFile } from './take-files.ts';

export type FileInputs = readonly { readonly field?: string | null | undefined; readonly uploadId: string }[] | null | undefined;

/**
 * Adds files to a ticket that is open already and answers their names. Those sent for a field of the form take the
 * place of the earlier ones of that field when `replacing`.
 */
export async function attachFiles(
  ticket: Ticket,
  inputs: FileInputs,
  { actor, now, replacing, hidden }: { actor: Principal; now: Date; replacing: boolean; hidden: boolean },
  ports: Ports,
): Promise<string[]> {
  if (inputs == null || inputs.length === 0) return [];
  const position = await ports.files.count(ticket.id);
  if (inputs.length + position > mostFiles) throw errors.TOO_MANY_FILES({ maximum: mostFiles });
  const fields = (await ports.services.find(ticket.serviceId))?.fields.filter(({ kind }) => kind === 'FILE') ?? [];
  const strangers = inputs.flatMap(({ field }, index) =>
    field == null || fields.some(({ key }) => key === field) ? [] : [unknownField(`files.${String(index)}.field`)],
  );
  const wanted = inputs.map(({ field, uploadId }, index): WantedFile => {
    const known = fields.find(({ key }) => key === field);
    const rule = known?.files ?? null;
    return { uploadId, field: known?.key ?? null, label: known?.label ?? additionalLabel, rule, path: `files.${String(index)}.uploadId` };
  });
  const sender = { owner: principalKey(actor), sentBy: actor.kind === 'staff' ? ('STAFF' as const) : ('REQUESTER' as const) };
  const { files, problems } = await takeFiles(wanted, ticket, { ...sender, now, position, hidden }, ports);
  refuseProblems([...strangers, ...problems]);
  const named = [...new Set(files.flatMap(({ field }) => (field === null ? [] : [field])))];
  if (replacing && named.length > 0) await ports.files.replace(ticket.id, named, now);
  await ports.files.add(files);
  return files.map(({ name }) => name);
}

function unknownField(path: string) {
  const message = { pt: 'O formulário não tem este campo de arquivo.', en: 'The form has no such file field.' };
  return { path, code: 'UNKNOWN_FIELD', message };
}
