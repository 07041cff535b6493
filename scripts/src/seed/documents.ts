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

export const configureService = `mutation($input: ConfigureServiceInput!) {
  configureService(input: $input) { service { id } }
}`;
