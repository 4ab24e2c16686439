import { createHash } from 'node:crypto'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findKnownRegister, findProviderRoles, findRegisterFile, type RegisterFileRow } from '../queries/register-files.ts'
import type { RegisterColumn } from '../rules/register/columns.ts'
import { type PlannedContract, planRegister, type RegisterPlan } from '../rules/register/plan.ts'
import type { MeantProvider } from '../rules/register/who.ts'
import { contractProblem } from './contract-problem.ts'
import { enterProvider, enterProviderRole } from './enter-provider.ts'
import { holdAlone, type LoadProgress, unwatched } from './file-load.ts'
import { auditStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done<T> = Promise<Result<T, FieldProblem>>

async function inRegister<T>(needs: Needs, doer: Doer, body: string, work: (tx: Writer) => Done<T>, isAlone = false): Done<T> {
  try {
    return await writeAs(needs.db, doer, async (tx) => {
      await demand(tx, doer, { record: 'register-files', state: 'any', ties: { body } }, 'bring')
      // Two files at once would each make the same contract.
      if (isAlone && !(await holdAlone(tx, `commissioning.register ${body}`))) return fail({ field: '', code: 'load-other' })
      return work(tx)
    })
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}

/** Files that are being loaded are not taken away meanwhile. */
const underWay = (tx: Writer) =>
  tx
    .selectFrom('commissioning.file_load')
    .select((of) => of.ref('register_file').$notNull().as('id'))
    .where('register_file', 'is not', null)
    .where('ended_at', 'is', null)

/** Keeps the cells of a register until it is loaded, dropped, or a month has passed; the same file again takes the place of the one before. */
export function bringRegister(
  needs: Needs,
  doer: Doer,
  body: string,
  file: { readonly name: string; readonly rows: readonly (readonly string[])[] },
): Done<{ readonly id: string }> {
  const cells = JSON.stringify(file.rows)
  const digest = createHash('sha256').update(cells).digest('hex')
  return inRegister(needs, doer, body, async (tx) => {
    await tx
      .deleteFrom('commissioning.register_file')
      .where('body', '=', body)
      .where('loaded_at', 'is', null)
      .where('id', 'not in', underWay(tx))
      .where((where) => where.or([where('made_at', '<', doer.now.subtract({ hours: 24 * 31 })), where('digest', '=', digest)]))
      .execute()
    const id = newId()
    await tx
      .insertInto('commissioning.register_file')
      .values({ id, body, name: file.name.slice(0, 200), digest, made_at: doer.now, made_by: doer.actor, cells })
      .execute()
    await auditStep(tx, doer, 'register-brought', 'register-file', id)
    return succeed({ id })
  })
}

/** Makes every contract and provider of a file that is new, as drafts, and changes what is recorded otherwise; all of it or nothing, and nothing while anything is wrong with the file. */
export function loadRegister(
  needs: Needs,
  doer: Doer,
  file: Pick<RegisterFileRow, 'id' | 'body'>,
  progress: LoadProgress = unwatched,
): Done<{ readonly contracts: number }> {
  const load = async (tx: Writer): Done<{ readonly contracts: number }> => {
    const { cells, name } = await findRegisterFile(tx, file.id)
    if (cells === undefined) return fail({ field: '', code: 'register-file-loaded' })
    const plan = planRegister(cells, await findKnownRegister(tx, file.body, doer.today))
    if (plan.problems.length > 0) return fail({ field: '', code: 'register-wrong' })
    const fresh = plan.rows.filter(({ what }) => what === 'new')
    const changed = plan.rows.filter(({ what }) => what === 'changes')
    progress.total(plan.entered.length + fresh.length + changed.length)
    const providers = await enterProviders(tx, doer, file.body, plan, name, progress)
    await makeContracts(tx, doer, file, fresh, providers, progress)
    await changeContracts(tx, doer, file, changed, progress)
    await tx
      .updateTable('commissioning.register_file')
      .set({
        cells: null,
        loaded_at: doer.now,
        contract_count: fresh.length,
        provider_count: plan.entered.length,
        change_count: changed.length,
      })
      .where('id', '=', file.id)
      .execute()
    await auditStep(tx, doer, 'register-loaded', 'register-file', file.id)
    await progress.end(tx)
    return succeed({ contracts: fresh.length })
  }
  return inRegister(needs, doer, file.body, load, true)
}

/** The ids of everybody whom new contracts name; who is new is entered, and an organisation that did not provide until now takes the role. */
async function enterProviders(
  tx: Writer,
  doer: Doer,
  body: string,
  { rows, entered }: RegisterPlan,
  file: string,
  progress: LoadProgress,
): Promise<(meant: MeantProvider) => string> {
  const roles = new Set(await findProviderRoles(tx))
  for (const { known } of rows.filter(({ what }) => what === 'new').flatMap(({ providers }) => providers)) {
    if (known === undefined || roles.has(known)) continue
    await enterProviderRole(tx, doer, body, known)
    roles.add(known)
  }
  const ids = new Map<MeantProvider, string>()
  for (const one of entered) {
    progress.step()
    ids.set(one, await enterProvider(tx, doer, body, { name: one.name, identifiers: one.numbers }, `Register in ${file}`))
  }
  return (meant) => {
    const id = meant.known ?? ids.get(meant)
    if (id === undefined) throw new Error('A new contract names a provider that was not entered.')
    return id
  }
}

async function makeContracts(
  tx: Writer,
  doer: Doer,
  { id: file, body }: Pick<RegisterFileRow, 'id' | 'body'>,
  fresh: readonly PlannedContract[],
  idOf: (meant: MeantProvider) => string,
  progress: LoadProgress,
): Promise<void> {
  const made = fresh.map((one) => ({ ...one, id: newId() }))
  for (let from = 0; from < made.length; from += 200) {
    const some = made.slice(from, from + 200)
    await tx
      .insertInto('commissioning.contract')
      .values(some.map(({ id, line, commissioner }) => ({ id, body, commissioner, ...columnsOf(line) })))
      .execute()
    const providers = some.flatMap(({ id, line, providers }) =>
      providers.map((meant) => ({
        ...{ id: newId(), contract: id, body, sight: 'draft', provider: idOf(meant), part: 'provider', starts_on: line.startsOn },
      })),
    )
    await tx
      .insertInto('commissioning.register_line')
      .values(some.map(({ id }) => ({ file, contract: id, body, kind: 'made', on_day: doer.today })))
      .execute()
    if (providers.length > 0) await tx.insertInto('commissioning.contract_provider').values(providers).execute()
  }
  for (const { id } of made) {
    progress.step()
    await auditStep(tx, doer, 'contract-imported', 'contract', id)
  }
}

async function changeContracts(
  tx: Writer,
  doer: Doer,
  { id: file, body }: Pick<RegisterFileRow, 'id' | 'body'>,
  changed: readonly PlannedContract[],
  progress: LoadProgress,
): Promise<void> {
  for (const { contract = '', line, changes } of changed) {
    progress.step()
    const said = new Set(changes.map(({ column }) => column))
    const all = columnsOf(line)
    const columns = Object.fromEntries(
      CHANGED.flatMap(([column, names]) => (said.has(column) ? names.map((name) => [name, all[name]] as const) : [])),
    )
    await tx
      .updateTable('commissioning.contract')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', contract)
      .where('body', '=', body)
      .execute()
    const kept = changes.map(({ column, from, to }) => ({ column, from: from?.toString() ?? '', to: to?.toString() ?? '' }))
    await tx
      .insertInto('commissioning.register_line')
      .values({ file, contract, body, kind: 'changed', on_day: doer.today, changes: JSON.stringify(kept) })
      .execute()
    await auditStep(tx, doer, 'contract-changed-by-register', 'contract', contract)
  }
}

/** Which columns of the record a cell changes. */
const CHANGED = [
  ['title', ['title']],
  ['reference', ['reference']],
  ['summary', ['summary']],
  ['last day', ['ends_on']],
  ['signed', ['signed_on']],
  ['without vat', ['net']],
  ['with vat', ['gross']],
  ['vat', ['vat', 'vat_note']],
  ['people served', ['served']],
] as const satisfies readonly (readonly [RegisterColumn, readonly (keyof ReturnType<typeof columnsOf>)[]])[]

const columnsOf = (line: PlannedContract['line']) => ({
  ...{ title: line.title, reference: line.reference, summary: line.summary, regime: line.regime, starts_on: line.startsOn },
  ...{ ends_on: line.lastDay?.add({ days: 1 }) ?? null, signed_on: line.signedOn ?? null, net: line.net, gross: line.gross },
  ...{ vat: line.vat, vat_note: line.vatNote, served: line.served ?? null },
})

/** Takes a file away that was not loaded. */
export function dropRegister(needs: Needs, doer: Doer, file: Pick<RegisterFileRow, 'id' | 'body'>): Done<null> {
  return inRegister(needs, doer, file.body, async (tx) => {
    const gone = await tx
      .deleteFrom('commissioning.register_file')
      .where('id', '=', file.id)
      .where('loaded_at', 'is', null)
      .where('id', 'not in', underWay(tx))
      .executeTakeFirst()
    if (gone.numDeletedRows !== 1n) return fail({ field: '', code: 'register-file-stays' })
    await auditStep(tx, doer, 'register-dropped', 'register-file', file.id)
    return succeed(null)
  })
}
