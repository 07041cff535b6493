/** The operations with which a unit works on its processes, ready to copy. */
export const unitProcesses = `query UnitProcesses($unitId: ID!, $column: UnitProcessColumn, $filter: UnitProcessFilter) {
  unitProcesses(unitId: $unitId, column: $column, filter: $filter, first: 50) { totalCount edges { node {
    id seen petitioned version arrivedAt marks assignee { id fullName } process { id number specification type { name } accessLevel { label } }
  } } }
}`;

export const receiveProcess = `mutation ReceiveProcess($input: ReceiveProcessInput!) {
  receiveProcess(input: $input) { process { id state { label } } }
}`;

export const assignProcess = `mutation AssignProcess($input: AssignProcessInput!) {
  assignProcess(input: $input) { process { id state { label } } }
}`;

export const concludeProcess = `mutation ConcludeProcess($input: ConcludeProcessInput!) {
  concludeProcess(input: $input) { process { id state { label } } }
}`;

export const suspendProcess = `mutation SuspendProcess($input: SuspendProcessInput!) {
  suspendProcess(input: $input) { process { id state { label } } }
}`;

export const resumeProcess = `mutation ResumeProcess($input: ResumeProcessInput!) {
  resumeProcess(input: $input) { process { id state { label } } }
}`;

export const annexProcess = `mutation AnnexProcess($input: AnnexProcessInput!) {
  annexProcess(input: $input) { process { id state { label } } }
}`;

export const writeDocument = `mutation WriteDocument($input: WriteDocumentInput!) {
  writeDocument(input: $input) { document { id number title version state { label } file { sha256 } } }
}`;

export const cancelDocument = `mutation CancelDocument($input: CancelDocumentInput!) {
  cancelDocument(input: $input) { document { id state { label } } }
}`;

export const editDocument = `mutation EditDocument($input: EditDocumentInput!) {
  editDocument(input: $input) { document { id version state { label } } }
}`;

export const staffMe = `query StaffMe { staffMe { id fullName } }`;
