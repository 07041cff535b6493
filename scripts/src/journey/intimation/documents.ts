/** The operations of the journey of intimations, ready to copy: those of the unit first, then those of the recipient. */
const noticeParts = `status { value label } daysLeft consequence version
  tacitDeadline { deadline { date endsAt } originalDate moves { from to cause } }
  fulfilment { kind { label } fulfilledOn consultedAt certificateNumber }
  responseDeadlines { responseTypeId name deadline { date endsAt } originalDate moves { from to cause } daysLeft open }
  responses { receiptNumber respondedAt }`;

export const typesOfCity = `query TypesOfCity($municipalityId: ID!) {
  intimationTypes(municipalityId: $municipalityId, first: 100) { edges { node {
    id name responseMode { value label } responseTypes { id name term { label } }
  } } }
}`;

export const intimability = `query Intimability($processId: ID!, $unitId: ID!) {
  process(id: $processId) { documents(first: 10) { edges { node { id intimability(unitId: $unitId) { allowed problems { code message } } } } } }
}`;

export const previewIntimation = `query PreviewIntimation($input: PreviewIntimationInput!) {
  previewIntimation(input: $input) {
    tacitDays needsConfirmation refused
    recipients { recipient { id name } accessScope { label } accessChange { value label } tacitDeadline { date } conflicts { documentId number } }
  }
}`;

export const issueIntimation = `mutation IssueIntimation($input: IssueIntimationInput!) {
  issueIntimation(input: $input) { replayed intimation { id number state { value label } } }
}`;

export const intimation = `query Intimation($id: ID!) {
  intimation(id: $id) {
    number state { value label } issuedAt failure { code message } countsByStatus { status { label } count }
    notices(first: 10) { edges { node { id recipient { name person { id } } ${noticeParts} } } }
  }
}`;

export const processMovements = `query ProcessMovements($id: ID!) {
  process(id: $id) { movements(last: 50) { edges { node { kind { value label } description } } } }
}`;

export const certificateOf = `query CertificateOf($id: ID!) {
  process(id: $id) { documents(filter: { title: "Certidão de Intimação Cumprida" }, first: 20) { totalCount edges { node { number title file { sha256 downloadUrl } } } } }
}`;

export const blockAccreditation = `mutation BlockAccreditation($input: ChangeAccreditationInput!) {
  blockAccreditation(input: $input) { accreditation { id state label } }
}`;

export const unblockAccreditation = `mutation UnblockAccreditation($input: ChangeAccreditationInput!) {
  unblockAccreditation(input: $input) { accreditation { id state label } }
}`;

/** What the recipient's first page of intimations shows. */
export const myNotices = `query MyNotices($municipalityId: ID) {
  myNotices(municipalityId: $municipalityId, first: 30) {
    countsByStatus { status { label } count }
    edges { node {
      id number issuedAt documentLabel processNumber type { name responseMode { value label } } unit { id name } recipient { name kind { label } }
      ${noticeParts}
    } }
  }
}`;

/** One intimation with its documents and the explanation of its dates. */
export const notice = `query Notice($id: ID!) {
  notice(id: $id) {
    id number documentLabel type { name } confirmation { text version } ${noticeParts}
    explained: tacitDeadline { deadline { rule { id text } steps { text daysInTheWay { date name legalBasis kind { label } } } } }
    processNumber
    documents { id number title state { label } content file { sha256 downloadUrl } signedFile { sha256 downloadUrl } withheld { value label notice { id } } }
  }
}`;

export const confirmNotice = `mutation ConfirmNotice($input: ConfirmNoticeInput!) {
  confirmNotice(input: $input) { replayed notice { id ${noticeParts} } }
}`;

export const readProcess = `query ReadProcess($id: ID!) {
  process(id: $id) { id number documents(first: 50) { edges { node {
    id title version content file { sha256 downloadUrl } signedFile { sha256 downloadUrl } withheld { value label notice { id } }
  } } } }
}`;

export const myMessages = `query MyMessages {
  myMessages(first: 50) { edges { node { kind subject text delivery { state label } } } }
}`;

export const verificationByNumber = `query VerificationByNumber($municipalityId: ID!, $verifier: String!, $crc: String!) {
  documentVerificationByNumber(municipalityId: $municipalityId, verifier: $verifier, crc: $crc) { public file { sha256 } state { label } }
}`;
