import type { GraphClient } from '../graph/graph-client.ts';
import { graphClient } from '../graph/graph-client.ts';
import * as documents from './documents.ts';
import { eventually } from './eventually.ts';
import type { Citizen } from './fresh-citizen.ts';
import { approve, clerkToken, readyToApprove, solved } from './ready-to-approve.ts';
import type { World } from './world.ts';

/** Somebody who is fully released in a city, and logged in. */
export interface AccreditedCitizen {
  readonly citizen: Citizen;
  readonly personId: string;
  readonly graph: GraphClient;
  /** The process of the accreditation, in Protocolo Geral. */
  readonly process: { readonly id: string; readonly number: string };
}

interface OpenTerm {
  readonly process: AccreditedCitizen['process'];
  readonly document: { readonly id: string; readonly file: { readonly sha256: string } };
}

/** Registers, is approved and signs the term, all without a word: the journey of accreditation tells of it. */
export async function accreditedCitizen(world: World, municipalityId = 'campinas'): Promise<AccreditedCitizen> {
  const token = await clerkToken(world);
  const ticket = await readyToApprove(world, graphClient(world.graphUrl, token), municipalityId);
  await approve(world, token, ticket);
  await solved(ticket);
  const { citizen, personId, owner: graph } = ticket;

  const { data } = await graph.ask<{ externalAccesses: { edges: readonly { node: OpenTerm }[] } }>(documents.externalAccesses);
  const [access] = data.externalAccesses.edges.map(({ node }) => node);
  if (access === undefined) throw new Error('There is no term to sign');
  const authorization = await authorizationOf(graph, { documentId: access.document.id, sha256: access.document.file.sha256 }, citizen.password);
  await graph.ask(documents.signDocument, { input: { documentId: access.document.id, authorization, acceptTerm: true } });
  type Mine = { me: { accreditations: { edges: readonly { node: { state: string } }[] } } };
  await eventually('the full release', async () => {
    const answer = await graph.ask<Mine>(documents.accreditation, { municipalityId });
    return answer.data.me.accreditations.edges[0]?.node.state === 'RELEASED' ? true : undefined;
  });
  return { citizen, personId, graph, process: access.process };
}

/** Identity's one-use authorization for exactly this content, against the password. */
export async function authorizationOf(
  graph: GraphClient,
  content: { readonly documentId: string; readonly sha256: string },
  password: string,
): Promise<string> {
  const { data } = await graph.ask<{ authorizeSignature: { authorization: string } }>(documents.authorizeSignature, { input: { ...content, password } });
  return data.authorizeSignature.authorization;
}
