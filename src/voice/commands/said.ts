import type { Consultation } from '#meetings/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AboutInput, ResponseInput } from '../forms/source.ts'
import type { VoiceNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findSmallNumberRule, listThemes } from '../queries/ground.ts'
import { type Exercise, findExercise, findResponses, guardedExercise } from '../queries/said.ts'
import { publishedLines } from '../rules/published-numbers.ts'
import { ageProblem, auditVoice, settleThemes } from './keep.ts'

/** A consultation by what is needed of it here. */
export type Asked = Pick<Consultation, 'id' | 'body' | 'sight' | 'startsOn' | 'endsOn'>

/** Takes hold of what came in to a consultation, made where nothing had come in yet. @throws Forbidden */
export async function holdExercise(tx: Writer, doer: Doer, asked: Asked): Promise<Exercise> {
  await demand(tx, doer, guardedExercise({ body: asked.body, sight: 'members' }), 'keep')
  const made = { consultation: asked.id, body: asked.body }
  await tx
    .insertInto('voice.exercise')
    .values(made)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx.selectFrom('voice.exercise').select('consultation').where('consultation', '=', asked.id).forUpdate().execute()
  const exercise = await findExercise(tx, asked.id)
  if (!exercise) throw new Conflict('What came in is gone.')
  return exercise
}

/** Says who was asked, and how many by name. @throws Conflict where somebody else saved first */
export async function describeExercise(
  needs: VoiceNeeds,
  doer: Doer,
  asked: Asked,
  input: AboutInput,
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const exercise = await holdExercise(tx, doer, asked)
    if (exercise.publishedAt) return fail({ field: '', code: 'published-already' })
    if (input.whose.length === 0) return fail({ field: 'whose', code: 'whose-missing' })
    if ((input.invited === undefined) !== (input.invitedSource === undefined))
      return fail({ field: input.invited === undefined ? 'invited' : 'invitedSource', code: 'invited-half' })
    if (exercise.version !== input.version) throw new Conflict('Somebody else saved first.')
    const columns = { whose: [...input.whose], invited: input.invited ?? null, invited_source: input.invitedSource ?? '' }
    await tx
      .updateTable('voice.exercise')
      .set({ ...columns, version: input.version + 1 })
      .where('consultation', '=', asked.id)
      .execute()
    await auditVoice(tx, doer, 'consultation-described', asked.id, input)
    return succeed(null)
  })
}

/** Records a response, or several alike; a group's is one. Its words are kept apart from it, so that nothing leads from the one to the other (S3). */
export async function addResponse(needs: VoiceNeeds, doer: Doer, asked: Asked, input: ResponseInput): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const exercise = await holdExercise(tx, doer, asked)
    const problem = exercise.publishedAt
      ? { field: '', code: 'published-already' }
      : (responseProblem(doer, asked, input) ?? (await ageProblem(tx, doer, input.ageBand)))
    if (problem) return fail(problem)
    const themes = await settleThemes(tx, asked.body, input.themes, input.newTheme)
    if (!themes.ok) return themes
    const isGroup = input.kind === 'group'
    await tx
      .insertInto('voice.response')
      .values({
        ...{ id: newId(), consultation: asked.id, body: asked.body, kind: input.kind, alike: isGroup ? 1 : (input.alike ?? 1) },
        ...{ group_name: isGroup ? (input.groupName ?? '') : '', group_size: isGroup ? (input.groupSize ?? null) : null },
        ...{ channel: input.channel, received_on: input.receivedOn, themes: [...themes.value], entered_by: doer.actor },
      })
      .execute()
    if (input.words !== undefined)
      await tx
        .insertInto('voice.view')
        .values({
          ...{ id: newId(), body: asked.body, consultation: asked.id, whose: input.whose ?? 'children', words: input.words },
          ...{ age_band: input.ageBand ?? null, theme: themes.value[0] ?? null, entered_by: doer.actor },
        })
        .execute()
    await auditVoice(tx, doer, 'response-entered', asked.id, input)
    return succeed(null)
  })
}

function responseProblem(doer: Doer, asked: Asked, input: ResponseInput): FieldProblem | undefined {
  if (input.kind === 'group' && input.groupName === undefined) return { field: 'groupName', code: 'required' }
  if (input.kind === 'group' && input.groupSize === undefined) return { field: 'groupSize', code: 'required' }
  if (input.kind === 'group' && (input.alike ?? 1) > 1) return { field: 'alike', code: 'group-is-one' }
  if (Temporal.PlainDate.compare(input.receivedOn, doer.today) > 0)
    return { field: 'receivedOn', code: 'in-the-future', details: { part: 'day' } }
  const isEarly = Temporal.PlainDate.compare(input.receivedOn, asked.startsOn) < 0
  return isEarly ? { field: 'receivedOn', code: 'before-it-opened', details: { part: 'day' } } : undefined
}

/** Takes a response away that was entered in error, before anything is published. */
export async function dropResponse(needs: VoiceNeeds, doer: Doer, asked: Asked, response: string): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const exercise = await holdExercise(tx, doer, asked)
    if (exercise.publishedAt) return fail({ field: '', code: 'published-already' })
    const dropped = await tx.deleteFrom('voice.response').where('id', '=', response).where('consultation', '=', asked.id).executeTakeFirst()
    if (dropped.numDeletedRows !== 1n) return fail({ field: '', code: 'response-gone' })
    await auditVoice(tx, doer, 'response-dropped', asked.id, { response })
    return succeed(null)
  })
}

/**
 * Publishes what came in, once and after the consultation closed: the numbers are settled, with small ones merged or left out, before anything is shown
 * (handbook plans 3.12, 7). Words follow as they are cleared. @throws Conflict
 */
export async function publishSaid(needs: VoiceNeeds, doer: Doer, asked: Asked, version: number): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const exercise = await holdExercise(tx, doer, asked)
    if (exercise.publishedAt) return fail({ field: '', code: 'published-already' })
    if (Temporal.PlainDate.compare(doer.today, asked.endsOn) < 0) return fail({ field: '', code: 'still-open' })
    if (exercise.version !== version) throw new Conflict('Somebody else saved first.')
    const responses = await findResponses(tx, asked.id)
    if (responses.length === 0) return fail({ field: '', code: 'nothing-came-in' })
    const [themes, { fewest }] = await Promise.all([listThemes(tx, asked.body), findSmallNumberRule(tx, doer.today)])
    const lines = publishedLines(
      responses,
      themes.map(({ id }) => id),
      fewest,
    )
    await tx
      .insertInto('voice.published_line')
      .values(lines.map((line, index) => ({ ...line, consultation: asked.id, position: index + 1 })))
      .execute()
    await tx
      .updateTable('voice.exercise')
      .set({ sight: asked.sight, published_at: doer.now, version: version + 1 })
      .where('consultation', '=', asked.id)
      .execute()
    await auditVoice(tx, doer, 'said-published', asked.id, lines)
    return succeed(null)
  })
}
