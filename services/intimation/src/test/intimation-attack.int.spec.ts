import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TokenPrincipal } from '@guiche/kit/auth';
import { waitFor } from '@guiche/kit/testing';
import { codeOf, done } from './issuing-stage.ts';
import { noticeStage } from './notice-stage.ts';
import type { NoticeStage } from './notice-stage.ts';
import { startRig } from './rig.ts';

const preview = `query($input: PreviewIntimationInput!) { previewIntimation(input: $input) { needsConfirmation refused recipients {
  accessChange { value } conflicts { number } } } }`;

describe('what somebody might try with intimations', () => {
  let rig: Awaited<ReturnType<typeof startRig>>;
  let stage: NoticeStage;
  beforeAll(async () => {
    rig = await startRig({ at: '2026-03-06T15:00:00Z' });
    stage = await noticeStage(rig);
  });
  afterAll(() => rig.stop());

  const clerkOf = (unitId: string) => ({ kind: 'staff', staffId: `clerk-of-${unitId}`, municipalityId: 'campinas', unitIds: [unitId], roles: ['clerk'], sessionId: unitId }) as const satisfies TokenPrincipal;

  it('a clerk of a unit that did not intimate learns from no preview whether somebody was, nor by a refusal who and by which act (IN-04, IN-05)', async () => {
    await stage.issue(['told'], { documentId: 'told-doc', accessScope: 'INTEGRAL' });
    const number = (await stage.notices.findOne({ 'recipient.recipientId': 'told' }))?.number;
    await stage.recipients(['never']);
    const seen = async (who: TokenPrincipal, unitId: string, recipientId: string, more: object = {}) => {
      const input = stage.orderOf({ unitId, documentId: 'told-doc', recipientIds: [recipientId], ...more });
      return (done(await rig.as(who)(preview, { input })) as { previewIntimation: object }).previewIntimation;
    };
    const nothing = { needsConfirmation: false, refused: false, recipients: [{ accessChange: { value: 'NEW' }, conflicts: [] }] };
    for (const accessScope of ['PARTIAL', 'INTEGRAL']) {
      expect(await seen(clerkOf('other'), 'other', 'told', { accessScope })).toEqual(nothing);
      expect(await seen(clerkOf('other'), 'other', 'never', { accessScope })).toEqual(nothing);
    }
    const known = { needsConfirmation: false, refused: true, recipients: [{ accessChange: { value: 'REFUSED' }, conflicts: [{ number }] }] };
    expect(await seen(clerkOf('pg'), 'pg', 'told')).toEqual(known);
    const chief: TokenPrincipal = { ...clerkOf('other'), staffId: 'chief', roles: ['administrator'] };
    expect(await seen(chief, 'other', 'told')).toEqual(known);

    const issued = (who: TokenPrincipal, more: object) => stage.issueAs(who, { unitId: 'other', recipientIds: ['told'], ...more });
    const documents = await issued(clerkOf('other'), { documentId: 'told-doc' });
    expect([codeOf(documents), documents.errors[0]?.extensions?.['conflicts']]).toEqual(['DOCUMENT_ALREADY_INTIMATED', []]);
    const access = await issued(clerkOf('other'), { documentId: 'another-doc' });
    expect([codeOf(access), access.errors[0]?.extensions?.['recipientIds']]).toEqual(['INTEGRAL_ACCESS_HELD', []]);
    const toChief = await issued(chief, { documentId: 'told-doc' });
    expect(toChief.errors[0]?.extensions?.['conflicts']).toEqual([{ recipientId: 'told', documentId: 'told-doc', number }]);
  });

  it('a process is not held for ever by an answer that may be given at any time beside one with a deadline (PR-06)', async () => {
    const { defence, statement } = stage.responseTypes;
    const ids = await stage.issue(['mixed-1', 'mixed-2'], { typeId: stage.types.optional, responseTypeIds: [defence, statement], processId: 'process-2' });
    for (const [index, id] of ids.entries()) done(await stage.confirm(id, `mixed-${String(index + 1)}`));
    // Opened on Friday 06/03/2026: ten business days end on 20/03.
    stage.to('2026-03-21T00:00:00-03:00');
    for (const id of ids) {
      await stage.job('mark-overdue', id, 'done');
      expect(await stage.said(id)).toEqual(['NoticeIssued', 'NoticeFulfilled', 'NoticeOverdue']);
      // Nothing waits for it: what counts as unserved has an instant here.
      expect(await stage.notice(id)).toMatchObject({ status: 'FULFILLED_BY_CONSULTATION', changesAt: null });
    }
    const [first = ''] = ids;
    await stage.answered(first, rig.clock.now().toISOString(), { responseTypeId: statement });
    await stage.becomes(first, 'RESPONDED');
  });

  it('an outage that had not come to a notice in time does not make its recipient late (IN-20, IN-21)', async () => {
    const ids = await stage.issue(['missed-1', 'missed-2'], { processId: 'process-3' });
    for (const [index, id] of ids.entries()) done(await stage.confirm(id, `missed-${String(index + 1)}`));
    const last = (await stage.notice(ids[0] ?? '')).responseDeadlines[0]?.current.date ?? '';
    await stage.outage(last);
    await stage.recounted();
    // As if they had been fulfilled while it was registered: the date of before, and the job at its end.
    const moved = await Promise.all(ids.map((id) => stage.notice(id)));
    for (const { _id, responseDeadlines: [deadline] } of moved) {
      expect(deadline?.current.date).not.toBe(last);
      const endsAt = new Date((deadline?.current.endsAt.getTime() ?? 0) - 86_400_000 * 3);
      await stage.notices.updateOne({ _id }, { $set: { 'responseDeadlines.0.current.date': last, 'responseDeadlines.0.current.endsAt': endsAt } });
      await rig.database.connection.collection('jobs').updateOne({ kind: 'mark-overdue', key: _id }, { $set: { dueAt: endsAt } });
    }
    stage.to(`${moved[0]?.responseDeadlines[0]?.current.date ?? ''}T12:00:00-03:00`);
    for (const { _id, responseDeadlines } of moved) {
      await waitFor(async () => (await stage.notice(_id)).responseDeadlines[0]?.current.date === responseDeadlines[0]?.current.date, { describe: 'the extended date' });
      expect((await stage.notice(_id)).status).toBe('FULFILLED_BY_CONSULTATION');
    }
  });

  it('a recipient who opens between a late holiday and its recount is not fulfilled with a date that is no longer the legal one (IN-12)', async () => {
    const [id = ''] = await stage.issue(['between'], { processId: 'process-4' });
    const { current } = (await stage.notice(id)).tacit ?? {};
    await stage.holiday(current?.date ?? '');
    await stage.recounted();
    // As if the recount were still on its way.
    await stage.notices.updateOne({ _id: id }, { $set: { 'tacit.current.date': current?.date, 'tacit.current.endsAt': current?.endsAt } });
    stage.to(new Date((current?.endsAt.getTime() ?? 0) + 30_000).toISOString());
    expect(codeOf(await stage.confirm(id, 'between'))).toBe('STALE_VERSION');
    expect((await stage.notice(id)).status).toBe('PENDING');
  });
});
