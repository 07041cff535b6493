import { levelLabel, methodLabel } from '../../../domain/signatures/signature.ts';
import { requestStateLabel } from '../../../domain/signatures/signature-request.ts';
import type { SignatureRequestResolvers } from '../../../generated/graphql.ts';
import { readDocument } from '../../../use-cases/documents/read-document.ts';
import { readProcess } from '../../../use-cases/processes/read-process.ts';
import { stub } from '../mappers.ts';

export const SignatureRequest: SignatureRequestResolvers = {
  id: ({ request }) => request.id,
  document: ({ document }, _args, { entity }) => entity(readDocument, document.id),
  documentNumber: ({ document }) => document.number,
  documentType: ({ document }) => document.type,
  process: ({ document }, _args, { entity }) => entity(readProcess, document.processId),
  person: ({ request: { signerKind, signerId } }) => (signerKind === 'person' ? stub(signerId) : null),
  staffMember: ({ request: { signerKind, signerId } }) => (signerKind === 'staff' ? stub(signerId) : null),
  role: ({ request }) => request.role,
  state: ({ request: { state } }) => ({ value: state, label: requestStateLabel(state) }),
  unit: ({ request: { requestedBy } }) => (requestedBy === null ? null : stub(requestedBy.unitId)),
  requestedAt: ({ request }) => request.requestedAt,
  dueOn: ({ request }) => request.dueOn,
  minimumLevel: ({ request: { minimumLevel } }) => ({ value: minimumLevel, label: levelLabel(minimumLevel) }),
  methods: ({ request: { methods } }) => methods.map((method) => ({ value: method, label: methodLabel(method) })),
  viewedAt: ({ request }) => request.viewedAt,
  endedAt: ({ request }) => request.endedAt,
  reason: ({ request }) => request.reason,
};
