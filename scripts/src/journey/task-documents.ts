/** The operations of what units ask of persons (pendências), ready to copy. */
export const assignTask = `mutation AssignTask($input: AssignTaskInput!) {
  assignTask(input: $input) { task { id version kind { label } state { label } dueOn } }
}`;

export const myTasks = `query MyTasks($states: [TaskState!]) {
  myTasks(states: $states, first: 20) { edges { node {
    id version round processNumber instructions dueOn decisionReason
    kind { value label } state { value label } requirements { typeName minimum } signatureLevel { label } unit { id name }
  } } }
}`;

export const previewTaskAnswer = `query PreviewTaskAnswer($input: TaskAnswerInput!) {
  previewTaskAnswer(input: $input) { missing documentTitles signatureRequired responsibilityTerm sha256 }
}`;

export const resolveTask = `mutation ResolveTask($input: ResolveTaskInput!) {
  resolveTask(input: $input) { task {
    version state { value label } answerDocuments { number title state { label } signatures { signerName level { label } } }
  } }
}`;

export const unitTasks = `query UnitTasks($unitId: ID!, $states: [TaskState!]) {
  unitTasks(unitId: $unitId, states: $states, first: 50) { edges { node {
    id version round processNumber resolvedAt state { value label } person { id fullName }
    answerDocuments { number title file { sha256 downloadUrl } }
  } } }
}`;

export const returnTask = `mutation ReturnTask($input: ReturnTaskInput!) {
  returnTask(input: $input) { task { version state { label } dueOn decisionReason } }
}`;

export const acceptTask = `mutation AcceptTask($input: AcceptTaskInput!) {
  acceptTask(input: $input) { task { version state { label } } }
}`;
