import { describe, expect, it } from '@jest/globals';
import { createPublicLinks } from './public-links.ts';

const links = createPublicLinks(Buffer.alloc(32, 1));
const target = { kind: 'document', id: '0199aa11-2222-7333-8444-555566667777' } as const;

describe('a permanent link', () => {
  it('is the same for the same thing for ever, another for another, and leads back', () => {
    const link = links.linkTo(target);
    expect(createPublicLinks(Buffer.alloc(32, 1)).linkTo(target)).toBe(link);
    expect(links.linkTo({ ...target, kind: 'process' })).not.toBe(link);
    expect(links.targetOf(link)).toEqual(target);
  });

  it('says nothing of what it leads to', () => {
    expect(Buffer.from(links.linkTo(target), 'base64url').toString('latin1')).not.toContain('0199aa11');
  });

  it('opens for nobody who changed it or made it up, nor under another secret', () => {
    const link = links.linkTo(target);
    const changed = [...link].map((letter, index) => `${link.slice(0, index)}${letter === 'A' ? 'B' : 'A'}${link.slice(index + 1)}`);
    for (const forged of [...changed, '', 'x', `${link}A`, `${link}=`, 'A'.repeat(10_000)]) expect(links.targetOf(forged)).toBeUndefined();
    expect(createPublicLinks(Buffer.alloc(32, 2)).targetOf(link)).toBeUndefined();
  });
});
