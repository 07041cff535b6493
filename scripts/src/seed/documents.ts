export const configureMunicipality = `mutation($input: ConfigureMunicipalityInput!) {
  configureMunicipality(input: $input) { municipality { id version } }
}`;

export const configureUnit = `mutation($input: ConfigureUnitInput!) { configureUnit(input: $input) { unit { id } } }`;

export const configureStaffMember = `mutation($input: ConfigureStaffMemberInput!) {
  configureStaffMember(input: $input) { staffMember { id } }
}`;

export const configureProcessNumbering = `mutation($input: ConfigureProcessNumberingInput!) {
  configureProcessNumbering(input: $input) { numbering { example } }
}`;

export const configureLetterhead = `mutation($input: ConfigureLetterheadInput!) {
  configureLetterhead(input: $input) { lines }
}`;

export const configureCalendar = `mutation($input: ConfigureCalendarInput!) {
  configureCalendar(input: $input) { calendar { version } }
}`;

export const knownIntimationTypes = `query($municipalityId: ID!) {
  intimationTypes(municipalityId: $municipalityId, includeInactive: true, first: 100) { edges { node { id name } } }
  responseTypes(municipalityId: $municipalityId, includeInactive: true, first: 100) { edges { node { id name } } }
}`;

export const configureResponseType = `mutation($input: ConfigureResponseTypeInput!) {
  configureResponseType(input: $input) { type { id } }
}`;

export const configureIntimationType = `mutation($input: ConfigureIntimationTypeInput!) {
  configureIntimationType(input: $input) { type { id } }
}`;

export const configureService = `mutation($input: ConfigureServiceInput!) {
  configureService(input: $input) { service { id } }
}`;

export const offeredPetitions = `query($municipalityId: ID!) {
  processTypes(municipalityId: $municipalityId, includeInactive: true, first: 100) { edges { node { key } } }
  documentTypes(municipalityId: $municipalityId, includeInactive: true, first: 100) { edges { node { key } } }
  petitionTypes(municipalityId: $municipalityId, first: 100) { edges { node { key } } }
}`;

export const configureProcessType = `mutation($input: ConfigureProcessTypeInput!) {
  configureProcessType(input: $input) { processType { version } }
}`;

export const configureDocumentType = `mutation($input: ConfigureDocumentTypeInput!) {
  configureDocumentType(input: $input) { documentType { version } }
}`;

export const configurePetitionType = `mutation($input: ConfigurePetitionTypeInput!) {
  configurePetitionType(input: $input) { petitionType { version } }
}`;
