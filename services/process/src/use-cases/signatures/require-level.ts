import { minimumLevel, refuseBelow, startingLevels } from '../../domain/signatures/level.ts';
import type { SignatureAct } from '../../domain/signatures/level.ts';
import type { SignatureLevel } from '../../domain/signatures/signature.ts';
import type { Ports } from '../ports.ts';

/** Refuses a signature below what the city's table asks for the act (SG-01); called wherever a signature is made. */
export async function requireLevel(
  act: SignatureAct,
  { municipalityId, typeKey = null, obtained }: { municipalityId: string; typeKey?: string | null; obtained: SignatureLevel },
  { signatureLevels }: Pick<Ports, 'signatureLevels'>,
): Promise<void> {
  const levels = (await signatureLevels.find(municipalityId)) ?? startingLevels(municipalityId);
  refuseBelow(minimumLevel(levels, act, typeKey), obtained);
}
