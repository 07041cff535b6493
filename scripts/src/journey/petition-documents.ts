/** The operations with which a citizen petitions, ready to copy. */
export const petitionTypes = `query PetitionTypes($state: String, $city: String, $body: String) {
  petitionTypes(state: $state, city: $city, body: $body, first: 50) { edges { node {
    key name body guidance municipality { id name } units { id name } takesOtherParties
    principal { documentTypeKey making { label } } essentialTypeKeys complementaryTypeKeys
  } } }
}`;

export const startPetition = `mutation StartPetition($input: StartPetitionInput!) {
  startPetition(input: $input) { petition { id state { label } version expiresAt unit { id name } } }
}`;

export const editPetition = `mutation EditPetition($input: EditPetitionInput!) {
  editPetition(input: $input) { petition { id version changedAt specification parties { name document } } }
}`;

export const addPetitionDocument = `mutation AddPetitionDocument($input: AddPetitionDocumentInput!) {
  addPetitionDocument(input: $input) { petition { id version documents { id role { label } type complement file { fileName sha256 } accessLevel { label } } } }
}`;

export const writePetitionDocument = `mutation WritePetitionDocument($input: WritePetitionDocumentInput!) {
  writePetitionDocument(input: $input) { petition { id version documents { id role { label } type content } } }
}`;

export const previewPetition = `query PreviewPetition($petitionId: ID!) {
  previewPetition(petitionId: $petitionId) {
    announcement rule processNumber relatedProcessNumber unit { id name } processType accessLevel { label } missing sha256
  }
}`;

export const filePetition = `mutation FilePetition($input: FilePetitionInput!) {
  filePetition(input: $input) { replayed petition { id state { label } receipt {
    number processNumber relatedProcessNumber filedAt filedOn process { id } document { id number type file { sha256 size downloadUrl } }
  } } }
}`;

export const myPetitions = `query MyPetitions($state: PetitionState) {
  myPetitions(state: $state, first: 20) { edges { node {
    id kind { label } state { label } specification changedAt receipt { number processNumber filedAt }
  } } }
}`;

export const processDocuments = `query ProcessDocuments($id: ID!) {
  process(id: $id) { id number specification documents(first: 50) { totalCount edges { node {
    id number type title state { label } accessLevel { label } signatures { signerName role } file { sha256 downloadUrl }
  } } } }
}`;
