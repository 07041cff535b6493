/** The operations of the public search, ready to copy. */
export const publicSearchChallenge = `query PublicSearchChallenge { publicSearchChallenge { challenge expiresAt } }`;

export const publicSearch = `query PublicSearch($municipalityId: ID!, $search: PublicSearchInput!, $proof: String, $after: String) {
  publicSearch(municipalityId: $municipalityId, search: $search, proof: $proof, first: 30, after: $after) {
    edges { node {
      link kind processNumber processType documentNumber documentType title parties date withheld legalHypothesis
      unit { id name } snippet { text matched }
    } }
    pageInfo { hasNextPage endCursor }
    summary { count atLeast kinds { key count } processTypes { key count } documentTypes { key count } units { key count } }
  }
}`;

export const publicProcess = `query PublicProcess($municipalityId: ID!, $number: ProcessNumber!, $proof: String) {
  publicProcess(municipalityId: $municipalityId, number: $number, proof: $proof) {
    link number type specification openedOn withheld legalHypothesis unit { id name }
    documents(first: 50) { edges { node { link number type title date withheld legalHypothesis file { sha256 downloadUrl } } } }
    movements(first: 50) { edges { node { at description unit { id name } } } }
  }
}`;

export const publicLink = `query PublicLink($link: String!) {
  publicLink(link: $link) {
    ... on PublicProcess { processNumber: number specification withheld }
    ... on PublicDocument { documentNumber: number title withheld file { sha256 downloadUrl } }
  }
}`;
