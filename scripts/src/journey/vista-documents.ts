/** The operations of access from outside and of requests to see a process, ready to copy. */
export const requestVista = `mutation RequestVista($input: RequestVistaInput!) {
  requestVista(input: $input) { request { id processNumber state { value label } unit { id } } }
}`;

export const vistaRequests = `query VistaRequests($unitId: ID!, $state: VistaState) {
  vistaRequests(unitId: $unitId, state: $state, first: 50) { edges { node {
    id processNumber reason requestedAt version capacity { label } requester { id fullName } process { id }
  } } }
}`;

export const myVistaRequests = `query MyVistaRequests {
  myVistaRequests(first: 20) { edges { node { id processNumber state { value label } answeredAt answerReason unit { id name } } } }
}`;

export const previewAccessGrant = `query PreviewAccessGrant($input: AccessTermsInput!) {
  previewAccessGrant(input: $input) { scope { label } documentCount opensFutureDocuments expiresOn sha256 }
}`;

export const grantVista = `mutation GrantVista($input: GrantVistaInput!) {
  grantVista(input: $input) { request { state { label } answerReason } }
}`;

export const denyVista = `mutation DenyVista($input: DenyVistaInput!) {
  denyVista(input: $input) { request { state { label } answerReason } }
}`;

export const grantAccess = `mutation GrantAccess($input: GrantAccessInput!) {
  grantAccess(input: $input) { access { id version state { label } purpose { label } scope { label } expiresAt } }
}`;

export const cancelAccess = `mutation CancelAccess($input: CancelAccessInput!) {
  cancelAccess(input: $input) { access { state { label } cancellationReason } replacement { id scope { label } } }
}`;

export const processAccesses = `query ProcessAccesses($processId: ID!, $state: AccessState) {
  processAccesses(processId: $processId, state: $state, first: 50) { edges { node {
    id version purpose { value label } scope { label } state { label } recipientName recipientEmail reason expiresAt person { id fullName }
  } } }
}`;

export const releasedProcesses = `query ReleasedProcesses {
  releasedProcesses(first: 20) { edges { node {
    id number type { name } documents(first: 20) { totalCount edges { node { number type title file { sha256 downloadUrl } } } }
  } } }
}`;

export const requestIsolatedAccessCode = `mutation RequestIsolatedAccessCode($input: RequestIsolatedAccessCodeInput!) {
  requestIsolatedAccessCode(input: $input) { expiresAt }
}`;

export const openIsolatedAccess = `mutation OpenIsolatedAccess($input: OpenIsolatedAccessInput!) {
  openIsolatedAccess(input: $input) { token expiresAt }
}`;

export const isolatedAccess = `query IsolatedAccess($token: String!) {
  isolatedAccess(token: $token) {
    processNumber scope { label } expiresAt
    documents(first: 20) { edges { node { number type title file { sha256 downloadUrl } } } }
  }
}`;
