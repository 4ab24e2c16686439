import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import type { MinutesInput } from '../../forms/minutes.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { type Minutes, standingOfMinutes } from '../../queries/minutes.ts'
import { needsReason } from '../../rules/minutes.ts'
import { forgetTyped } from '../keep-typed.ts'
import { type HeldMinutes, holdMinutes } from './hold-minutes.ts'
import { releaseVersion } from './publish-minutes.ts'
import { keepVersion, updateSection } from './sections.ts'

/**
 * Keeps the edited text (M12, M15): a draft in place, else as a new version with its reason. A correction of published minutes is published at
 * once, and the version before it stays reachable.
 */
export async function writeMinutes(
  needs: CommandNeeds,
  doer: Doer,
  meeting: string,
  read: (ids: readonly string[], reasonNeeded: boolean) => Result<MinutesInput, FieldProblem>,
): Promise<Result<Minutes, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdMinutes(tx, doer, meeting, 'write')
    const { minutes, version } = held
    const parsed = read(
      version.sections.map(({ id }) => id),
      needsReason(standingOfMinutes(minutes)),
    )
    if (!parsed.ok) return parsed
    if (parsed.value.version !== minutes.version) throw new Conflict('Somebody else has saved the minutes.')
    await keep(needs, tx, doer, held, parsed.value)
    await tx
      .updateTable('meetings.minutes')
      .set({ version: minutes.version + 1 })
      .where('id', '=', minutes.id)
      .execute()
    await forgetTyped(tx, doer, { kind: 'minutes', id: minutes.id })
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'minutes.written',
      subjectType: 'meeting',
      subject: meeting,
      content: JSON.stringify(parsed.value),
    })
    return succeed(minutes)
  })
}

async function keep(needs: CommandNeeds, tx: Writer, doer: Doer, { minutes, version }: HeldMinutes, input: MinutesInput): Promise<void> {
  const edited = version.sections.flatMap((section) => {
    const change = input.sections.find(({ id }) => id === section.id)
    return change ? [{ ...section, ...change }] : []
  })
  const ordered = edited.toSorted((a, b) => a.position - b.position)
  if (minutes.state === 'draft') {
    for (const [position, section] of ordered.entries()) await updateSection(tx, section.id, section, position)
    return
  }
  const isOut = minutes.publishedAt !== null && minutes.withdrawnAt === null
  await keepVersion(tx, doer, minutes, ordered, { sight: 'members', reason: input.reason, after: version.number })
  if (isOut) await releaseVersion(needs, tx, doer, minutes, input.reason)
}
