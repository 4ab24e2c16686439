import { sql } from 'kysely'
import { listOrganisationsOn } from '#governance/public-data.ts'
import { findActions } from '#plans/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { AgreedInput, IdeaInput, PartnerInput } from '../forms/curve.ts'
import type { CurvePart } from '../paths.ts'
import { demand, guardedMeasure } from '../permission.ts'
import { findAgreed, findIdeas, findPartners, findStories } from '../queries/curve.ts'
import { findGivers } from '../queries/givers.ts'
import { findMeasure } from '../queries/measure.ts'
import { noteAct } from './note-act.ts'

interface Needs {
  readonly db: Database
}

type Said = Promise<Result<null, FieldProblem>>

/** Opens a transaction in which the clerk, or whoever gives the figures, says something about a curve: one after another for one measure. */
function saying(needs: Needs, doer: Doer, id: string, say: (tx: Writer) => Said): Said {
  return writeAs(needs.db, doer, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`performance.measure ${id}`}, 0))`.execute(tx)
    const measure = await findMeasure(tx, id)
    await demand(tx, doer, guardedMeasure(measure, await findGivers(tx, measure)), 'turn')
    return say(tx)
  })
}

/** Tells the story behind a curve anew (T4); the one before stays. The same words twice are told once. */
export function tellStory(needs: Needs, doer: Doer, id: string, { words }: { readonly words: string }): Said {
  return saying(needs, doer, id, async (tx) => {
    const [last] = await findStories(tx, id)
    if (last?.words === words) return succeed(null)
    const number = (last?.number ?? 0) + 1
    await tx.insertInto('performance.curve_story').values({ id: newId(), measure: id, number, words, made_at: doer.now }).execute()
    await noteAct(tx, doer, 'curve.story-told', 'measure', id, { number, words })
    return succeed(null)
  })
}

/** Says who has a part in turning a curve, and which. */
export function addPartner(needs: Needs, doer: Doer, id: string, { organisation, name, part }: PartnerInput): Said {
  return saying(needs, doer, id, async (tx) => {
    const chosen =
      organisation === undefined ? undefined : (await listOrganisationsOn(tx, doer.today)).find((one) => one.id === organisation)
    if (organisation !== undefined && chosen === undefined) return fail({ field: 'organisation', code: 'choice-unknown' })
    const said = [chosen?.name, name].filter((one) => one !== undefined).join(', ')
    if ((await findPartners(tx, id)).some((one) => one.name === said && one.part === part)) return succeed(null)
    const row = { id: newId(), measure: id, organisation: organisation ?? null, name: said, part, made_at: doer.now }
    await tx.insertInto('performance.curve_partner').values(row).execute()
    await noteAct(tx, doer, 'curve.partner-added', 'measure', id, { partner: row.id, name: said, part })
    return succeed(null)
  })
}

/** Writes down what works, with what it costs. */
export function addIdea(needs: Needs, doer: Doer, id: string, { words, cost, evidence = '' }: IdeaInput): Said {
  return saying(needs, doer, id, async (tx) => {
    if ((await findIdeas(tx, id)).some((one) => one.words === words && one.cost === cost)) return succeed(null)
    const row = { id: newId(), measure: id, words, cost, evidence, made_at: doer.now }
    await tx.insertInto('performance.curve_idea').values(row).execute()
    await noteAct(tx, doer, 'curve.idea-added', 'measure', id, { idea: row.id, words, cost })
    return succeed(null)
  })
}

/** Writes down what was agreed: an action of a plan that one may see, or words until a plan takes it up. */
export function agreeAction(needs: Needs, doer: Doer, id: string, { action, words = '', who = '', byWhen }: AgreedInput): Said {
  return saying(needs, doer, id, async (tx) => {
    if (action !== undefined && (await findActions(tx, [action])).length === 0) return fail({ field: 'action', code: 'choice-unknown' })
    const agreed = await findAgreed(tx, id)
    if (action !== undefined && agreed.some((one) => one.action?.id === action)) return fail({ field: 'action', code: 'agreed-already' })
    if (action === undefined && agreed.some((one) => one.words === words && one.who === who)) return succeed(null)
    const row = { id: newId(), measure: id, action: action ?? null, words, who, by_when: byWhen ?? null, made_at: doer.now }
    await tx.insertInto('performance.curve_action').values(row).execute()
    await noteAct(tx, doer, 'curve.action-agreed', 'measure', id, { agreed: row.id, action, words })
    return succeed(null)
  })
}

const tables = {
  partner: 'performance.curve_partner',
  idea: 'performance.curve_idea',
  action: 'performance.curve_action',
} as const

/** Takes back what was said of a curve; that it was said stays in the record. @throws NotFound where nothing of the kind stands */
export function takeBackPart(needs: Needs, doer: Doer, id: string, part: Exclude<CurvePart, 'story'>, row: string): Said {
  return saying(needs, doer, id, async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable(tables[part])
      .set({ withdrawn_at: doer.now })
      .where('id', '=', row)
      .where('measure', '=', id)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new NotFound('Nothing of the kind stands here.')
    await noteAct(tx, doer, 'curve.part-taken-back', 'measure', id, { part, row })
    return succeed(null)
  })
}
