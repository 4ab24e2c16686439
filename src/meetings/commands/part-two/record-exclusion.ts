import { appendAudit } from '#platform/database/audit.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { Conflict, NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import { instantOf } from '#platform/time/london.ts'
import type { RecordedExclusionForm } from '../../forms/public-exclusion.ts'
import type { CommandNeeds, Doer } from '../../needs.ts'
import { demand } from '../../permission.ts'
import { guardedMeeting, lockMeeting, type Meeting } from '../../queries/meeting.ts'
import { findCoverable, findPublicExclusions } from '../../queries/public-exclusions.ts'
import { overlapsAny, type PublicExclusion, refuseExclusion } from '../../rules/public-exclusion.ts'
import { tellParts } from '../live/tell-parts.ts'
import { insertExclusion, type Movers, type OutFor, updateExclusion } from './keep-exclusion.ts'

/**
 * Records a resolution to exclude the press and public that the live screen did not keep, or puts one right (M3).
 * @throws Conflict where somebody else changed it first; NotFound for another meeting's
 */
export async function recordExclusion(
  needs: Pick<CommandNeeds, 'db'>,
  doer: Doer,
  meetingId: string,
  input: RecordedExclusionForm,
  changes?: { readonly id: string; readonly version: number },
): Promise<Result<null, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    await demand(tx, doer, guardedMeeting(meeting), 'record')
    if (meeting.state === 'planned' || meeting.state === 'called') return fail({ field: '', code: 'exclusion-before-meeting' })
    const before = await findPublicExclusions(tx, meetingId)
    const old = before.find(({ id }) => id === changes?.id)
    if (changes && !old) throw new NotFound('No such resolution.')
    if (old && old.version !== changes?.version) throw new Conflict('Somebody else changed this.')
    const out = stretchOf(meeting, input)
    const [first, ...more] = [...(await problemsOf(tx, meetingId, input, old)), ...timeProblems(out, before, old)]
    if (first) return fail(first, ...more)
    const movers: Movers = { mover: { id: null, name: input.mover }, seconder: { id: null, name: input.seconder } }
    if (old) await updateExclusion(tx, { ...old, meeting: meetingId }, input, movers, out)
    else await insertExclusion(tx, doer, meeting, input, movers, out)
    await tellParts(tx, meetingId, [{ part: 'public', category: 'public' }])
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'meeting.public-excluded', subjectType: 'meeting', subject: meetingId, content: JSON.stringify(input) },
    })
    return succeed(null)
  })
}

/** What a resolution covered stays coverable, also once the item is released. */
async function problemsOf(tx: Writer, meeting: string, input: RecordedExclusionForm, old: PublicExclusion | undefined) {
  const { items, papers } = await findCoverable(tx, meeting)
  const ids = (ones: readonly { readonly id: string }[]) => ones.map(({ id }) => id)
  return refuseExclusion(input, {
    items: new Set(ids([...items, ...(old?.items ?? [])])),
    papers: new Set(ids([...papers, ...(old?.papers ?? [])])),
  })
}

function stretchOf({ heldOn }: Meeting, { leftAt, returnedAt }: RecordedExclusionForm): OutFor {
  return { leftAt: instantOf(heldOn, leftAt), returnedAt: returnedAt ? instantOf(heldOn, returnedAt) : null }
}

function timeProblems(out: OutFor, before: readonly PublicExclusion[], old: PublicExclusion | undefined): readonly FieldProblem[] {
  const { leftAt, returnedAt } = out
  if (returnedAt && Temporal.Instant.compare(returnedAt, leftAt) <= 0) return [{ field: 'returnedAt', code: 'returned-before-leaving' }]
  const others = before.filter(({ id }) => id !== old?.id)
  return overlapsAny(out, others) ? [{ field: 'leftAt', code: 'public-out-twice' }] : []
}
