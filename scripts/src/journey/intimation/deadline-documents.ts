/** The operations about calendars and legal dates, ready to copy. */
export const previewDeadline = `query PreviewDeadline($input: PreviewDeadlineInput!) {
  previewDeadline(input: $input) {
    date endsAt timeZone rule { id text }
    steps { kind from to text daysInTheWay { date name legalBasis kind { value label } outage { startsOn endsOn } } }
  }
}`;

export const holidays = `query Holidays($municipalityId: ID!, $year: Int!) {
  municipality(id: $municipalityId) { calendar { tacitDays version holidays(year: $year, first: 100) { edges { node { date name kind legalBasis } } } } }
}`;

export const registerHoliday = `mutation RegisterHoliday($input: RegisterHolidayInput!) {
  registerHoliday(input: $input) { holidayId calendar { version } }
}`;

export const previewOutage = `query PreviewOutage($municipalityId: ID!, $startsAt: DateTime!, $endsAt: DateTime!) {
  previewOutage(municipalityId: $municipalityId, startsAt: $startsAt, endsAt: $endsAt) { deadlines moves { from to deadlines } }
}`;

export const registerOutage = `mutation RegisterOutage($input: RegisterOutageInput!) {
  registerOutage(input: $input) { outage { id startsOn endsOn registeredAt } }
}`;

export const moveTrainingClock = `mutation MoveTrainingClock($input: MoveTrainingClockInput!) {
  moveTrainingClock(input: $input) { municipality { clockAheadSeconds } }
}`;

export const clockAhead = `query ClockAhead($municipalityId: ID!) { municipality(id: $municipalityId) { clockAheadSeconds } }`;
