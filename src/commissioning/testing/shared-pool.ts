import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type CommissioningRooms, openCommissioning } from './rooms.ts'

const slug = 'joint-commissioning-board'
const [clerk, finance] = ['mbeki', 'tanner']
const last = (path: string): string => /[^/?]+(?=\?|$)/.exec(path)?.[0] ?? ''
const versionIn = (text: string): string => /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
type Fields = Readonly<Record<string, string>>

/** A decision of a board, taken at a meeting of its own. */
async function decideAt({ governance }: CommissioningRooms, body: string): Promise<string> {
  const [meeting, id] = [newId(), newId()]
  const { now, today } = governance.acting(clerk)
  const common = { body, sight: 'public' }
  const called = { kind: 'ordinary', held_on: today, starts_at: '14:00', place: 'X', access: 'public', state: 'called' }
  const said = { type: 'agreed', text: 'Agreed.', method: 'consensus', category: 'public', decided_on: today, recorded_at: now }
  await governance.ownerDb
    .insertInto('meetings.meeting')
    .values({ id: meeting, ...common, ...called })
    .execute()
  await governance.ownerDb
    .insertInto('meetings.decision')
    .values({ id, meeting, ...common, of_body: body, ...said })
    .execute()
  return id
}

/**
 * A pooled fund of 23,686 and 40,161 thousand pounds, agreed for 2024 and 2025, which are over or nearly so on the day of the rooms; kept by a finance officer of
 * the council, and by the clerk of its board.
 */
export async function openSharedPool() {
  const rooms = await openCommissioning()
  const { governance } = rooms
  const owner = governance.ownerDb
  const [council, icb] = ['council', 'icb'].map((key) => governance.sample.organisations.get(key) ?? '') as [string, string]
  const board = governance.sample.bodies.get(slug) ?? ''
  const person = governance.sample.people.get(finance) ?? ''
  await owner
    .insertInto('commissioning.officer')
    .values({ id: newId(), organisation: council, kind: 'finance', person, starts_on: Temporal.PlainDate.from('2020-01-01') })
    .execute()
  const post = (path: string, fields: Fields, who = finance) => rooms.post(path, fields, who)
  const done = async (path: string, fields: Fields, who = finance): Promise<string> => {
    const answer = await post(path, fields, who)
    assert.equal(answer.status, 303, answer.text.replaceAll(/<[^>]+>|\s+/g, ' ').slice(0, 1500))
    return last(answer.location)
  }
  const versioned = async (path: string, who = finance): Promise<Record<string, string>> => ({
    version: versionIn((await rooms.get(path, who)).text),
  })
  const decidedBy = (body: string): Promise<string> => decideAt(rooms, body)
  const other = [...governance.sample.bodies.values()].find((id) => id !== board) ?? ''
  const [own, foreign] = [await decidedBy(board), await decidedBy(other)]
  const fund = await done(`/boards/${slug}/funds/new`, { title: 'Shared pool', purpose: 'Care', kind: 'pooled', host: council }, clerk)
  const at = (of: number) => `/funds/${fund}/years/${of}`
  for (const year of [2024, 2025]) {
    await done(`/funds/${fund}/years`, { year: String(year), minimum: '18,203,000', minimumSource: 'The plan', method: 'straight-line' })
    await done(`${at(year)}/contributions`, { partner: council, source: 'Budgets', kind: 'cash', amount: '23,686,000' })
    await done(`${at(year)}/contributions`, { partner: icb, source: 'Allocation', kind: 'cash', amount: '40,161,000' })
    await done(`${at(year)}/lines`, { title: 'Nursing', amount: '60,000,000', before: '60,500,000', managedBy: council })
    await done(`${at(year)}/lines`, { title: 'Visiting', amount: '3,847,000', managedBy: icb })
    await done(`${at(year)}/agree`, await versioned(`${at(year)}/agree`))
  }
  const idOf = async (table: 'contribution' | 'budget_line', name: string, of: number): Promise<string> => {
    const column = table === 'contribution' ? 'source' : 'title'
    const found = await sql<{ id: string }>`select id from ${sql.table(`commissioning.${table}`)}
      where fund = ${fund}::uuid and year = ${of} and ${sql.ref(column)} = ${name}`.execute(owner)
    return found.rows[0]?.id ?? ''
  }
  /** A list in force from a year on: the risk pool above a sum, then 50,000 pounds by contribution, then the board. */
  const list = async (year: number): Promise<string> => {
    const id = await done(`/funds/${fund}/risk/new`, { title: 'Schedule 3', firstYear: String(year), underspend: 'silent' })
    const ground = { clause: 'clause 12', authority: 'The agreement' }
    const step = (kind: string, fields: Fields) => done(`/risk-rules/${id}/steps?kind=${kind}`, { ...ground, ...fields })
    await step('draw_on_risk_pool', { upTo: '250,000', above: '500,000' })
    await step('share', { weighedBy: 'planned', kinds: 'cash', midYear: 'plan', upTo: '50,000' })
    await step('refer', { referTo: board })
    await done(`/risk-rules/${id}/force`, await versioned(`/risk-rules/${id}/force`))
    return id
  }
  const known = { fund, body: board, sight: 'draft' }
  return {
    ...{ rooms, governance, owner, council, icb, board, fund, known },
    ...{ own, foreign, at, post, done, versioned, idOf, list, finance, clerk, decidedBy },
  }
}
