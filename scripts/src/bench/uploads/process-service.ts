// The process service alone in a process, for the bench of uploads: says where it is and how twenty persons enter, and
// ends when nobody listens to it any more.
import { offerPetition, petitioner } from '../../../../services/process/src/test/petitioner.ts';
import { startRig } from '../../../../services/process/src/test/rig.ts';

/** A person with a draft of a petition. */
export interface Person {
  readonly token: string;
  readonly petitionId: string;
}

/** What this process tells the bench. */
export interface AtWork {
  readonly url: string;
  readonly persons: readonly Person[];
}

const persons = Number(process.argv[2]);
const rig = await startRig();
await rig.prepareCity();
await offerPetition(rig);
const atWork: AtWork = { url: rig.service.url, persons: await Promise.all(Array.from({ length: persons }, (_, index) => enter(`person-${String(index)}`))) };
process.once('disconnect', () => void rig.stop());
process.send?.(atWork);

async function enter(personId: string): Promise<Person> {
  const { id: petitionId } = await petitioner(rig, personId).start({ typeKey: 'general-request' });
  return { token: rig.tokenFor({ kind: 'person', personId, sessionId: 'session' }), petitionId };
}
