import { defineUseCase } from '../define.ts';

/** The notices whose integral access became a partial one (IN-31): what may follow them changes (IN-05). */
export const noteAccessReplaced = defineUseCase({
  name: 'noteAccessReplaced',
  action: 'notice:note-access',
  load: ({ input }: { input: { noticeIds: readonly string[] } }) => input,

  async run({ input }, { notices }) {
    const integral = (await notices.findMany(input.noticeIds)).filter(({ accessScope }) => accessScope === 'INTEGRAL');
    if (integral.length > 0) {
      await notices.updateAll(integral.map((notice) => ({ ...notice, accessScope: 'PARTIAL', version: notice.version + 1 })));
    }
    return { result: { noticeIds: integral.map(({ id }) => id) } };
  },
});
