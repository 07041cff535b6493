/** The operations a portal sends in the accreditation journey, ready to copy. */
export const registrationChallenge = `query RegistrationChallenge { registrationChallenge { challenge expiresAt } }`;

export const preRegister = `mutation PreRegister($input: PreRegisterInput!) { preRegister(input: $input) { message confirmationExpiresAt } }`;

export const confirmEmail = `mutation ConfirmEmail($input: ConfirmEmailInput!) { confirmEmail(input: $input) { message accreditationId } }`;

export const startAccreditation = `mutation StartAccreditation($input: StartAccreditationInput!) {
  startAccreditation(input: $input) { accreditation { id state label } }
}`;

export const logIn = `mutation LogIn($input: LogInInput!) {
  logIn(input: $input) { session { id accessToken accessTokenExpiresAt refreshToken } }
}`;

export const logInStaff = `mutation LogInStaff($input: LogInStaffInput!) {
  logInStaff(input: $input) { session { id accessToken } }
}`;

export const refreshSession = `mutation RefreshSession($input: RefreshSessionInput!) {
  refreshSession(input: $input) { session { accessToken refreshToken } }
}`;

export const logOut = `mutation LogOut($input: LogOutInput!) { logOut(input: $input) { sessionId } }`;

export const accreditation = `query Accreditation($municipalityId: ID!) {
  me { id fullName accreditations(municipalityId: $municipalityId, first: 1) { edges { node {
    id state label termDueOn missingSteps { code label }
  } } } }
}`;

export const services = `query Services($municipalityId: ID!, $search: String) {
  services(municipalityId: $municipalityId, search: $search, first: 10) { edges { node {
    id key name categoryPath guidance
    form { fields { key label kind mask required help files { accept maxBytes minCount maxCount } } }
  } } }
}`;

export const createUpload = `mutation CreateUpload($input: CreateUploadInput!) {
  createUpload(input: $input) { uploadId url expiresAt }
}`;

export const openTicket = `mutation OpenTicket($input: OpenTicketInput!) {
  openTicket(input: $input) { ticket { id number status { code label } openedAt } }
}`;

export const cancelTicket = `mutation CancelTicket($input: TicketActionInput!) {
  cancelTicket(input: $input) { ticket { status { code label } } }
}`;

export const ticket = `query Ticket($id: ID!) {
  ticket(id: $id) {
    number status { code label } openedAt updatedAt version pendingReason
    settlement { state label failure }
    processNumber processLink processOpenedAt
    history(first: 50) { edges { node { kind label text at private } } }
    files(first: 10) { edges { node { label name sha256 url } } }
  }
}`;

export const ticketQueue = `query TicketQueue($municipalityId: ID!, $search: String) {
  ticketQueue(municipalityId: $municipalityId, search: $search, first: 10) {
    totalCount
    edges { node { id number status { code label } version requester { fullName cpf rg address { street city } } answers { label value } } }
  }
}`;

export const takeTicket = `mutation TakeTicket($input: TicketActionInput!) {
  takeTicket(input: $input) { ticket { version status { code label } } }
}`;

export const requestInformation = `mutation RequestInformation($input: TicketTextInput!) {
  requestInformation(input: $input) { ticket { version status { code label } } }
}`;

export const replyToTicket = `mutation ReplyToTicket($input: ReplyToTicketInput!) {
  replyToTicket(input: $input) { ticket { version status { code label } } }
}`;

export const approveAccreditation = `mutation ApproveAccreditation($input: TicketActionInput!) {
  approveAccreditation(input: $input) { ticket { status { code label } settlement { state label } } }
}`;

export const externalAccesses = `query ExternalAccesses {
  externalAccesses(first: 10) { edges { node {
    id kind releasedOn pendingSignature
    process { id number openedAt documents(first: 20) { edges { node { id type title number file { sha256 } } } } }
    document { id number version state { label } file { sha256 size downloadUrl } }
  } } }
}`;

export const authorizeSignature = `mutation AuthorizeSignature($input: AuthorizeSignatureInput!) {
  authorizeSignature(input: $input) { authorization expiresAt }
}`;

export const signDocument = `mutation SignDocument($input: SignDocumentInput!) {
  signDocument(input: $input) { document {
    state { label } signatures { signerName role signedAtInBrasilia sha256 level { label } method { label } }
    signedFile { sha256 downloadUrl }
  } }
}`;

export const recipients = `query Recipients($municipalityId: ID!, $personId: ID!) {
  intimationRecipients(municipalityId: $municipalityId, personId: $personId) { edges { node { id enabledAt person { id fullName } } } }
}`;

/** Everything on the citizen's first page, in four subgraph requests: one to each service that has something to show. */
export const home = `query Home {
  me { id fullName accreditations(first: 10) { edges { node { id state label termDueOn missingSteps { label } municipality { id name acronym } } } } }
  myTickets(first: 10) { edges { node { id number title status { code label } updatedAt processNumber processLink } } }
  myProcesses(first: 10) { edges { node { id number type { name } specification state { label } openedAt } } }
  releasedProcesses(first: 10) { edges { node { id number type { name } specification } } }
  externalAccesses(first: 10) { edges { node { id kind releasedOn pendingSignature process { id number } document { id number } } } }
  myTasks(states: [OPEN, RETURNED], first: 10) { edges { node { id kind { label } state { label } processNumber instructions dueOn } } }
  myPetitions(first: 10) { edges { node { id kind { label } state { label } specification changedAt receipt { number processNumber filedOn } } } }
  myMessages(first: 10) { edges { node { id kind subject createdAt readAt } } }
}`;
