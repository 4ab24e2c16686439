import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { printMarkdown } from '#platform/paper/print-markdown.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { ApprovalInput } from '../../forms/minutes.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import type { MinutesSection } from '../../queries/minutes.ts'
import { findMinutesRecord } from '../../queries/minutes-source.ts'
import { findMeetingGround, findRecordedMeeting, type RecordedMeeting } from '../../queries/record.ts'
import { isCouncilRegime, unsuitable } from '../../rules/minutes.ts'
import { disagreements } from '../../rules/minutes-record.ts'
import { type HeldMinutes, holdMinutes } from './hold-minutes.ts'
import { releaseVersion } from './publish-minutes.ts'
import { keepVersion } from './sections.ts'

/**
 * Records that a later, suitable meeting approved the minutes (M12). Amendments that it agreed become a new version of the text, with the
 * amendment as its reason. Minutes that contradict the record are not approved unless the clerk says why they stand.
 * @throws Conflict where somebody else saved the minutes in between
 */
export async function approveMinutes(
  needs: CommandNeeds,
  doer: Doer,
  meetingId: string,
  read: (ids: readonly string[]) => Result<ApprovalInput, FieldProblem>,
): Promise<Result<string, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdMinutes(tx, doer, meetingId, 'approve', 'approve')
    const parsed = read(held.version.sections.map(({ id }) => id))
    if (!parsed.ok) return parsed
    const approval = parsed.value
    if (approval.version !== held.minutes.version) throw new Conflict('Somebody else has saved the minutes.')
    const meeting = await findRecordedMeeting(tx, meetingId)
    const at = await findRecordedMeeting(tx, approval.meeting)
    if (!meeting) throw new NotFound('No such meeting.')
    if (!at) return fail({ field: 'meeting', code: 'choice-unknown' })
    const sections = amended(held.version.sections, approval)
    const problem =
      approvalProblem(meeting, at, held.version.sections, sections, approval) ?? (await contradiction(tx, meeting, sections, approval))
    if (problem) return fail(problem)
    await keep(needs, tx, doer, held, { approval, at, sections })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'minutes.approved',
      subjectType: 'meeting',
      subject: meetingId,
      content: JSON.stringify(approval),
    })
    return succeed(meetingId)
  })
}

/** The sections as the meeting agreed them; the same where no text was posted for them. */
function amended(sections: readonly MinutesSection[], { sections: edited }: ApprovalInput): readonly MinutesSection[] {
  return sections.map((section) => ({ ...section, ...edited.find(({ id }) => id === section.id) }))
}

const textOf = ({ heading, tree }: MinutesSection): string => `${heading}\n${printMarkdown(tree)}`

function approvalProblem(
  meeting: RecordedMeeting,
  at: RecordedMeeting,
  before: readonly MinutesSection[],
  after: readonly MinutesSection[],
  { amendments, amendmentsBy }: ApprovalInput,
): FieldProblem | undefined {
  const council = isCouncilRegime(meeting.body.settings?.legalRegime)
  const reason = unsuitable({ ...meeting, body: meeting.body.id }, { ...at, body: at.body.id }, council)
  if (reason) return { field: 'meeting', code: reason }
  const isSame = before.every((section, index) => {
    const other = after[index]
    return other !== undefined && textOf(other) === textOf(section)
  })
  if (amendments === undefined) return isSame ? undefined : { field: 'amendments', code: 'amendment-missing' }
  if (isSame) return { field: 'amendments', code: 'amended-text-same' }
  return amendmentsBy === undefined ? { field: 'amendmentsBy', code: 'amendments-by-missing' } : undefined
}

async function contradiction(
  tx: Writer,
  meeting: RecordedMeeting,
  sections: readonly MinutesSection[],
  { departsReason }: ApprovalInput,
): Promise<FieldProblem | undefined> {
  if (departsReason !== undefined) return undefined
  const record = await findMinutesRecord(tx, await findMeetingGround(tx, meeting))
  return disagreements(record, sections).length === 0 ? undefined : { field: 'departsReason', code: 'contradicts' }
}

interface Agreed {
  readonly approval: ApprovalInput
  readonly at: RecordedMeeting
  readonly sections: readonly MinutesSection[]
}

async function keep(needs: CommandNeeds, tx: Writer, doer: Doer, { minutes, version }: HeldMinutes, agreed: Agreed): Promise<void> {
  const { approval, at, sections } = agreed
  const { amendments = '', amendmentsBy = '', refused = '', signedBy = '', departsReason = '' } = approval
  await tx
    .updateTable('meetings.minutes')
    .set({
      state: 'approved',
      approved_at_meeting: at.id,
      approved_on: at.heldOn,
      amendments,
      amendments_by: amendments === '' ? '' : amendmentsBy,
      amendments_refused: refused,
      departs_reason: departsReason,
      signed_by: signedBy,
      signed_on: signedBy === '' ? null : at.heldOn,
      version: minutes.version + 1,
    })
    .where('id', '=', minutes.id)
    .execute()
  if (amendments === '') return
  const reason = `Amended by the meeting of ${dayInWords(at.heldOn)}: ${amendments}`
  await keepVersion(tx, doer, minutes, sections, { sight: 'members', reason, after: version.number })
  const isOut = minutes.publishedAt !== null && minutes.withdrawnAt === null
  if (isOut) await releaseVersion(needs, tx, doer, { ...minutes, state: 'approved' }, reason)
}

/** Records who signed approved minutes, whoever presided at the meeting that approved them, and when. */
export async function signMinutes(needs: Pick<CommandNeeds, 'db'>, doer: Doer, meetingId: string, signedBy: string): Promise<void> {
  await writeAs(needs.db, doer, async (tx) => {
    const { minutes } = await holdMinutes(tx, doer, meetingId, 'approve', 'sign')
    await tx
      .updateTable('meetings.minutes')
      .set({ signed_by: signedBy, signed_on: doer.today, version: minutes.version + 1 })
      .where('id', '=', minutes.id)
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'minutes.signed', subjectType: 'meeting', subject: meetingId, content: signedBy })
  })
}
