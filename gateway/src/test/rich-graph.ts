import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@requires", "@external", "@inaccessible"])';

/** Subgraphs with everything that a plan or the shape of an answer can depend on. */
export const richSchemas: Readonly<Record<string, string>> = {
  people: `${link}
    type Query { me: Person, node(id: ID): Node, named: [Named], search(first: Int): [Result!], people: [Person!], grid: [[Person]!], version: String! }
    type Mutation { rename(name: String): Person, found: Company }
    interface Node { id: ID! }
    interface Named { name: String, home: Place }
    interface Place { street: String! }
    enum Role { OWNER GUEST HIDDEN @inaccessible }
    scalar Anything
    type Person implements Node & Named @key(fields: "id") {
      id: ID!, name: String, age: Int, score: Float!, active: Boolean, role: Role, tags: [String!], matrix: [[Int!]!], extra: Anything
      friends: [Person], best: Person!, home: Address!, employer: Company
    }
    type Address implements Place @shareable { street: String!, city: City }
    type City @shareable { name: String!, zip: ID }
    type Company implements Node & Named @key(fields: "id") { id: ID!, name: String!, home: Address, owner: Person }
    type Robot implements Named @inaccessible { name: String, home: Place }
    union Result = Person | Company | Address`,
  cases: `${link}
    type Query { cases: [Case!], latest: Case }
    type Mutation { open(title: String): Case }
    type Person @key(fields: "id") { id: ID!, cases: [Case!], boss: Person }
    type Company @key(fields: "id") { id: ID!, cases(last: Int): [Case]! }
    type Case @key(fields: "number") { number: ID!, title: String!, parties: [Party], author: Person, where: Address }
    type Address @shareable { street: String!, city: City }
    type City @shareable { name: String!, zip: ID }
    union Party = Person | Company`,
  costs: `${link}
    type Query { total: Float }
    type Case @key(fields: "number") { number: ID!, title: String! @external, cost: Float!, label: String @requires(fields: "title"), size(unit: String): Int }
    type Company @key(fields: "id") { id: ID!, rating: Int!, reviews: [Review!]! }
    type Person @key(fields: "id") { id: ID!, debt: Float }
    type Review { text: String!, by: Person, about: Subject }
    union Subject = Case | Company`,
};

export function composeRichGraph(): string {
  const composed = composeServices(Object.entries(richSchemas).map(([name, typeDefs]) => ({ name, url: `http://${name}/graphql`, typeDefs: parse(typeDefs) })));
  if (composed.supergraphSdl === undefined) throw new Error(JSON.stringify(composed.errors));
  return composed.supergraphSdl;
}
