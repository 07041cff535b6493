/** The operations with which a clerk makes a process and anybody reads it, ready to copy. */
export const openProcess = `mutation OpenProcess($input: OpenProcessInput!) {
  openProcess(input: $input) { process { id number accessLevel { label } legalHypothesis } }
}`;

export const createDocumentUpload = `mutation CreateDocumentUpload($input: CreateDocumentUploadInput!) {
  createDocumentUpload(input: $input) { uploadId url expiresAt }
}`;

export const includeFile = `mutation IncludeFile($input: IncludeFileInput!) {
  includeFile(input: $input) { document { id number title file { sha256 } } }
}`;

export const processByNumber = `query ProcessByNumber($municipalityId: ID!, $number: String!) {
  processByNumber(municipalityId: $municipalityId, number: $number) { id number state { label } accessLevel { label } }
}`;
