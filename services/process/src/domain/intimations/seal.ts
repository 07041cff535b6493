import type { Bond, Document } from '../documents/document.ts';

/** The document as part of an intimation: locked for good (PR-09), sealed until its notices are fulfilled (IN-07). */
export function bond(document: Document, intimation: Pick<Bond, 'intimationId' | 'number'>): Document {
  return changed(document, [...document.bonds, { ...intimation, sealed: true }]);
}

/** Every notice of the intimation is fulfilled: what it sealed is read as before. */
export function unseal(document: Document, intimationId: string): Document {
  return changed(document, document.bonds.map((one) => (one.intimationId === intimationId ? { ...one, sealed: false } : one)));
}

/** The intimation cannot stand: neither lock nor seal is left of it. */
export function unbond(document: Document, intimationId: string): Document {
  return changed(document, document.bonds.filter((one) => one.intimationId !== intimationId));
}

function changed(document: Document, bonds: readonly Bond[]): Document {
  return { ...document, bonds, version: document.version + 1 };
}
