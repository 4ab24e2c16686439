import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { hold, release } from '#platform/documents/references.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { FilingInput } from '../../forms/filed-file.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { findAgenda } from '../../queries/agenda.ts'
import { type FiledFile, findFiledFile, findFiledFiles, guardedFiledFile } from '../../queries/filed-files.ts'
import type { Minutes } from '../../queries/minutes.ts'
import { areOut, mostFiledFiles, sightWhenFiled, waysOff } from '../../rules/minutes-file.ts'
import { tidyFileName } from '../../rules/paper-file.ts'
import type { KeptFile } from '../paper/files/add-file.ts'
import { type HeldMinutes, holdMinutes } from './hold-minutes.ts'
import { releaseVersion } from './publish-minutes.ts'
import { keepVersion } from './sections.ts'

/** What holds a document of the store for a file that is filed with minutes. */
export const holderOfFiled = 'meetings.minutes-file'

/**
 * Files a statement, a presentation or something else with the minutes, under an item (M12). With minutes that are out this is a correction: it
 * needs a reason and is published at once, as a new version. The same file brought twice, as by a second click, is there once.
 */
export async function fileWithMinutes(
  needs: CommandNeeds,
  doer: Doer,
  meeting: string,
  input: FilingInput,
  file: KeptFile,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const held = await holdMinutes(tx, doer, meeting, 'write')
    const { minutes, version } = held
    const item = (await findAgenda(tx, meeting)).find(({ id, withdrawnAt }) => id === input.item && withdrawnAt === undefined)
    if (!item) return fail({ field: 'item', code: 'choice-unknown' })
    const filed = (await findFiledFiles(tx, meeting)).filter(({ takenBackAt }) => takenBackAt === null)
    if (filed.some((one) => one.item === item.id && one.document === file.document)) return succeed(null)
    if (filed.length >= mostFiledFiles) return fail({ field: 'file', code: 'too-many-filed', details: { max: mostFiledFiles } })
    const isOut = areOut(minutes)
    if (isOut && input.reason === '') return fail({ field: 'reason', code: 'required' })
    await insertFile(tx, doer, held, { ...input, category: item.category }, file)
    await markChanged(tx, minutes)
    if (isOut) {
      await keepVersion(tx, doer, minutes, version.sections, { sight: 'members', reason: input.reason, after: version.number })
      await releaseVersion(needs, tx, doer, minutes, input.reason)
    }
    await keepInAudit(tx, doer, 'filed', meeting, file.document)
    return succeed(null)
  })
}

async function insertFile(
  tx: Writer,
  doer: Doer,
  { minutes }: HeldMinutes,
  { item, purpose, title, givenBy, alternativeText, category }: FilingInput & { readonly category: FiledFile['category'] },
  file: KeptFile,
): Promise<void> {
  const id = newId()
  const { kind, document, pages, findings, mediaType, bytes } = file
  const confirmed = findings.warnings.length === 0 ? findings : { ...findings, confirmedAt: doer.now.toString() }
  await tx
    .insertInto('meetings.minutes_file')
    .values({
      ...{ id, minutes: minutes.id, meeting: minutes.meeting, body: minutes.body, sight: sightWhenFiled(category, minutes) },
      ...{ item, category, purpose, title, given_by: givenBy, kind, document, pages },
      file_name: tidyFileName(file.name, file.extension),
      media_type: mediaType,
      bytes: BigInt(bytes),
      alternative_text: alternativeText,
      findings: JSON.stringify(confirmed),
      made_by: doer.actor,
      made_at: doer.now,
    })
    .execute()
  await hold(tx, document, holderOfFiled, id)
}

/** Minutes with another file are not what the chair cleared, nor what somebody else has before them. */
async function markChanged(tx: Writer, minutes: Minutes): Promise<void> {
  await tx
    .updateTable('meetings.minutes')
    .set({ version: minutes.version + 1 })
    .where('id', '=', minutes.id)
    .execute()
}

async function keepInAudit(tx: Writer, doer: Doer, act: 'filed' | 'file-removed' | 'file-taken-back', meeting: string, content: string) {
  await appendAudit(tx, { actor: doer.actor, act: `minutes.${act}`, subjectType: 'meeting', subject: meeting, content })
}

/**
 * Takes a file off the minutes: one that was never published is removed, one that was is taken back with a reason and stays as evidence. One
 * that was taken back already, as by a second click, stays so.
 * @throws NotFound for a file of another meeting; Conflict while the minutes are published
 */
export async function takeOffMinutes(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meeting: string,
  id: string,
  reason: string,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const { minutes } = await holdMinutes(tx, doer, meeting, 'write')
    const file = await findFiledFile(tx, meeting, id)
    await demand(tx, doer, guardedFiledFile(file), 'keep')
    if (file.takenBackAt !== null) return succeed(null)
    const way = waysOff(minutes)
    if (way === 'stays') throw new Conflict('These minutes are published, and the file with them. Withdraw them first.')
    if (way === 'take-back' && reason === '') return fail({ field: 'reason', code: 'required' })
    if (way === 'remove') {
      await tx.deleteFrom('meetings.minutes_file').where('id', '=', id).execute()
      await release(tx, file.document, holderOfFiled, id)
    } else await takeBack(tx, doer, id, reason)
    await markChanged(tx, minutes)
    await keepInAudit(tx, doer, way === 'remove' ? 'file-removed' : 'file-taken-back', meeting, `${file.document} ${reason}`.trim())
    return succeed(null)
  })
}

async function takeBack(tx: Writer, doer: Doer, id: string, reason: string): Promise<void> {
  const taken = { taken_back_at: doer.now, taken_back_by: doer.actor, taken_back_reason: reason }
  await tx
    .updateTable('meetings.minutes_file')
    .set({ sight: 'draft', ...taken })
    .where('id', '=', id)
    .execute()
}
