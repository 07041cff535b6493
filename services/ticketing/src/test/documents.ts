/** GraphQL documents of the specs, as a portal would send them. */
export const ticketFields = /* GraphQL */ `
  fragment TicketFields on Ticket {
    id number title version openedAt updatedAt queuePath pendingReason processNumber processLink processOpenedAt
    status { code label }
    service { key }
    municipality { id }
    unit { id }
    requester { id }
    assignee { id }
    process { id }
    answers { field label value }
    settlement { state label failure }
    solution { kind text acceptance solvedBy { id } }
  }
`;

export const configureService = `mutation($input: ConfigureServiceInput!) {
  configureService(input: $input) { replayed service { id key version } }
}`;
export const configureTickets = `mutation($input: ConfigureTicketsInput!) {
  configureTickets(input: $input) { replayed settings { municipality { id } autoCloseDays } }
}`;
export const createUpload = `mutation($input: CreateUploadInput!) {
  createUpload(input: $input) { uploadId url expiresAt replayed }
}`;
export const openTicket = `${ticketFields} mutation($input: OpenTicketInput!) {
  openTicket(input: $input) { replayed ticket { ...TicketFields } }
}`;
export const readTicket = `${ticketFields} query($id: ID!) {
  ticket(id: $id) {
    ...TicketFields
    files { edges { node { id field label name mediaType size sha256 current url } } }
    history { edges { node { id kind label text private fileNames author { role label staff { id } } } } }
  }
}`;
export const services = `query($municipalityId: ID!, $search: String, $first: Int, $after: String) {
  services(municipalityId: $municipalityId, search: $search, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id key name categoryPath active onlyOneOpen unit { id } municipality { id }
      form { fields { key label kind mask required help maxLength options { value label } link { text url } files { accept maxBytes minCount maxCount } } } } }
  }
}`;
export const ticketQueue = `query($municipalityId: ID!, $unitId: ID, $status: [TicketStatusCode!], $assigneeId: ID, $unassigned: Boolean, $search: String, $first: Int, $after: String) {
  ticketQueue(municipalityId: $municipalityId, unitId: $unitId, status: $status, assigneeId: $assigneeId, unassigned: $unassigned, search: $search, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id number status { code } } }
  }
}`;
export const myTickets = `query($status: TicketStatusCode, $first: Int, $after: String) {
  myTickets(status: $status, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id number } } }
}`;

const withInput = (name: string, input: string): string =>
  `${ticketFields} mutation($input: ${input}!) { ${name}(input: $input) { replayed ticket { ...TicketFields } } }`;

/** Mutations on one ticket, by name. */
export const act = {
  takeTicket: withInput('takeTicket', 'TicketActionInput'),
  cancelTicket: withInput('cancelTicket', 'TicketActionInput'),
  approveSolution: withInput('approveSolution', 'TicketActionInput'),
  approveAccreditation: withInput('approveAccreditation', 'TicketActionInput'),
  assignTicket: withInput('assignTicket', 'AssignTicketInput'),
  planTicket: withInput('planTicket', 'TicketTextInput'),
  requestInformation: withInput('requestInformation', 'TicketTextInput'),
  refuseSolution: withInput('refuseSolution', 'TicketTextInput'),
  solveTicket: withInput('solveTicket', 'TicketTextInput'),
  refuseTicket: withInput('refuseTicket', 'TicketTextInput'),
  replyToTicket: withInput('replyToTicket', 'ReplyToTicketInput'),
  addFollowUp: withInput('addFollowUp', 'AddFollowUpInput'),
} as const;
