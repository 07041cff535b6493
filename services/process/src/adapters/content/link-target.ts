/** Where a link goes: the address in its normal form, nowhere (a mark inside the text), or where none may go. */
export type LinkTarget = { kind: 'address'; href: string } | { kind: 'none' } | { kind: 'script' } | { kind: 'forbidden' };

/** Only https and mailto; an address with a user before the host (`https://gov.br@other.example`) is made to deceive. */
export function linkTarget(href: string): LinkTarget {
  // Browsers leave out controls and spaces around, and line breaks inside, before they read the scheme.
  const address = href.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+|[\0- ]+$/g, '');
  if (address === '' || address.startsWith('#')) return { kind: 'none' };
  if (/^(?:javascript|vbscript|livescript|mocha|data)\s*:/i.test(address)) return { kind: 'script' };
  if (!URL.canParse(address)) return { kind: 'forbidden' };
  const url = new URL(address);
  if (url.protocol === 'mailto:') return { kind: 'address', href: url.href };
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return plain ? { kind: 'address', href: url.href } : { kind: 'forbidden' };
}

/** Whether the text of a link is itself an address, and of another place than the link goes to. */
export function showsAnotherPlace(text: string, href: string): boolean {
  const [shown] = /^(?:https?:\/\/|www\.)\S+$|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:br|com|org|net|gov)(?:[/?#:]\S*)?$/i.exec(text.trim()) ?? [];
  if (shown === undefined) return false;
  const url = /^https?:\/\//i.test(shown) ? shown : `https://${shown}`;
  return !URL.canParse(url) || bareHost(new URL(url)) !== bareHost(new URL(href));
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^www\./, '');
}
