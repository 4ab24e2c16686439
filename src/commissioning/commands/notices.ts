import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { BuyerInput, CompletionInput } from '../forms/notices.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findKnownNotices, findNoticeFile, type NoticeFileRow } from '../queries/notices.ts'
import { asOneCompletion } from '../rules/notices/completion.ts'
import { type PlannedProcess, planNotices } from '../rules/notices/plan.ts'
import { termEnds } from '../rules/notices/process.ts'
import { type NoticeFileProblem, readNotices } from '../rules/notices/read.ts'
import { identifierAsWritten } from '../rules/provider.ts'
import { contractProblem } from './contract-problem.ts'
import { enterProvider } from './enter-provider.ts'
import { holdAlone, type LoadProgress, unwatched } from './file-load.ts'
import { type ProvidedProcess, writeContractAgain, writeNewContracts } from './notice-contract.ts'
import { auditStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done<T> = Promise<Result<T, FieldProblem>>

async function inNotices<T>(needs: Needs, doer: Doer, body: string, work: (tx: Writer) => Done<T>, isAlone = false): Done<T> {
  try {
    return await writeAs(needs.db, doer, async (tx) => {
      await demand(tx, doer, { record: 'notices', state: 'any', ties: { body } }, 'bring')
      // Two files at once would each make the same contract.
      if (isAlone && !(await holdAlone(tx, `commissioning.notices ${body}`))) return fail({ field: '', code: 'load-other' })
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
    .select((of) => of.ref('notice_file').$notNull().as('id'))
    .where('notice_file', 'is not', null)
    .where('ended_at', 'is', null)

/** Keeps a file of notices until it is loaded, dropped, or a month has passed; one that cannot be read is refused with the reason. */
export async function bringNotices(
  needs: Needs,
  doer: Doer,
  body: string,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<Result<{ readonly id: string }, FieldProblem> | { readonly ok: false; readonly refused: NoticeFileProblem }> {
  const read = readNotices(file.bytes)
  if (!read.ok) return { ok: false, refused: read.code }
  const digest = createHash('sha256').update(file.bytes).digest('hex')
  return inNotices(needs, doer, body, async (tx) => {
    await tx
      .deleteFrom('commissioning.notice_file')
      .where('body', '=', body)
      .where('loaded_at', 'is', null)
      .where('id', 'not in', underWay(tx))
      .where((where) => where.or([where('made_at', '<', doer.now.subtract({ hours: 24 * 31 })), where('digest', '=', digest)]))
      .execute()
    const id = newId()
    await tx
      .insertInto('commissioning.notice_file')
      .values({ id, body, name: file.name.slice(0, 200), digest, made_at: doer.now, made_by: doer.actor, content: Buffer.from(file.bytes) })
      .execute()
    await auditStep(tx, doer, 'notices-brought', 'notice-file', id)
    return succeed({ id })
  })
}

/** Loads every notice of a file, and makes or changes the contracts that they tell of; all of it or nothing. */
export function loadNotices(
  needs: Needs,
  doer: Doer,
  file: Pick<NoticeFileRow, 'id' | 'body' | 'name'>,
  progress: LoadProgress = unwatched,
): Done<{ readonly contracts: number }> {
  const load = async (tx: Writer): Done<{ readonly contracts: number }> => {
    const { content } = await findNoticeFile(tx, file.id)
    const read = content === null ? undefined : readNotices(content)
    if (!read?.ok) return fail({ field: '', code: 'notice-file-loaded' })
    const { processes } = planNotices(read.file.releases, await findKnownNotices(tx, file.body))
    const fresh = processes.filter(({ what }) => what !== 'ours').flatMap((one) => one.fresh)
    progress.total(fresh.length + processes.filter(isMade).length)
    for (let from = 0; from < fresh.length; from += 200) {
      progress.step(Math.min(200, fresh.length - from))
      await tx
        .insertInto('commissioning.notice_release')
        .values(
          fresh.slice(from, from + 200).map(({ ocid, id, at, tags, content: said }) => ({
            ...{ id: newId(), body: file.body, file: file.id, ocid, release: id, tags: [...tags], published: at ?? null },
            content: JSON.stringify(said),
          })),
        )
        .execute()
    }
    const contracts = await makeContracts(tx, doer, file.body, processes, file.name, progress)
    await tx
      .updateTable('commissioning.notice_file')
      .set({ content: null, loaded_at: doer.now, release_count: fresh.length, contract_count: contracts })
      .where('id', '=', file.id)
      .execute()
    await auditStep(tx, doer, 'notices-loaded', 'notice-file', file.id)
    await progress.end(tx)
    return succeed({ contracts })
  }
  return inNotices(needs, doer, file.body, load, true)
}

/** Contracts that are written in the same statements. */
const TOGETHER = 100

const isMade = ({ what }: PlannedProcess): boolean => what === 'new' || what === 'changed'

async function makeContracts(
  tx: Writer,
  doer: Doer,
  body: string,
  processes: readonly PlannedProcess[],
  source: string,
  progress: LoadProgress,
): Promise<number> {
  const entered = new Map<string, string>()
  const made = processes.filter(isMade)
  for (let from = 0; from < made.length; from += TOGETHER) {
    const some: ProvidedProcess[] = []
    for (const one of made.slice(from, from + TOGETHER)) {
      progress.step()
      const providers = new Map<string, string>()
      for (const { party, known } of one.suppliers) {
        if (known === 'waits') continue
        const id =
          known === 'enter' ? (entered.get(party.id) ?? (await enterProvider(tx, doer, body, party, `Notices in ${source}`))) : known
        if (known === 'enter') entered.set(party.id, id)
        providers.set(party.id, id)
      }
      if (one.contract === undefined) some.push({ one, providers })
      else await writeContractAgain(tx, doer, body, one.contract, { one, providers }, source)
    }
    await writeNewContracts(tx, doer, body, some, source)
  }
  return made.length
}

/** Takes a file away that was not loaded. */
export function dropNotices(needs: Needs, doer: Doer, file: Pick<NoticeFileRow, 'id' | 'body'>): Done<null> {
  return inNotices(needs, doer, file.body, async (tx) => {
    const gone = await tx
      .deleteFrom('commissioning.notice_file')
      .where('id', '=', file.id)
      .where('loaded_at', 'is', null)
      .where('id', 'not in', underWay(tx))
      .executeTakeFirst()
    if (gone.numDeletedRows !== 1n) return fail({ field: '', code: 'notice-file-stays' })
    await auditStep(tx, doer, 'notices-dropped', 'notice-file', file.id)
    return succeed(null)
  })
}

/** Says by which number notices know an organisation of ours that buys, and makes the contracts of notices that waited for it. */
export function addBuyer(needs: Needs, doer: Doer, body: string, input: BuyerInput): Done<null> {
  const add = async (tx: Writer): Done<null> => {
    const value = identifierAsWritten(input.scheme, input.value)
    if (value === undefined) return fail({ field: 'value', code: 'identifier-reads' })
    const there = await tx
      .selectFrom('commissioning.buyer_identifier')
      .select('id')
      .where('scheme', '=', input.scheme)
      .where('value', '=', value)
      .executeTakeFirst()
    if (there) return fail({ field: 'value', code: 'identifier-once' })
    const id = newId()
    await tx
      .insertInto('commissioning.buyer_identifier')
      .values({ id, body, organisation: input.organisation, scheme: input.scheme, value, source: input.source, entered_on: doer.today })
      .execute()
    await auditStep(tx, doer, 'buyer-identified', 'organisation', input.organisation)
    const { processes } = planNotices([], await findKnownNotices(tx, body), true)
    await makeContracts(
      tx,
      doer,
      body,
      processes.filter(({ what }) => what === 'new'),
      'notices that were brought before',
      unwatched,
    )
    return succeed(null)
  }
  return inNotices(needs, doer, body, add, true)
}

/**
 * Says of a process what its notices do not, and makes its contract where nothing else is missing; a contract that was made of it, and that nobody has changed by
 * hand, follows.
 */
export function completeNotice(
  needs: Needs,
  doer: Doer,
  notice: { readonly id: string; readonly body: string; readonly ocid: string },
  { source, ...said }: CompletionInput,
): Done<{ readonly contract: string | undefined }> {
  const complete = async (tx: Writer): Done<{ readonly contract: string | undefined }> => {
    const known = await findKnownNotices(tx, notice.body)
    const before = known.completions.get(notice.ocid)
    const completion = asOneCompletion(before ? [before, said] : [said])
    const completions = new Map([...known.completions, [notice.ocid, completion] as const])
    const planned = planNotices([], { ...known, completions }, true).processes.find(({ ocid }) => ocid === notice.ocid)
    if (planned === undefined || planned.what === 'ours') return fail({ field: '', code: 'notice-complete' })
    const [begins, ends] = [planned.process.startsOn, termEnds(planned.process)]
    if (begins && ends && Temporal.PlainDate.compare(begins, ends) >= 0) return fail({ field: 'startsOn', code: 'completed-after-end' })
    await tx
      .insertInto('commissioning.notice_completion')
      .values({
        ...{
          id: newId(),
          body: notice.body,
          ocid: notice.ocid,
          release: notice.id,
          source,
          entered_on: doer.today,
          entered_by: doer.actor,
        },
        ...{ title: said.title ?? null, regime: said.regime ?? null, starts_on: said.startsOn ?? null, buyer: said.buyer ?? null },
      })
      .execute()
    await auditStep(tx, doer, 'notice-completed', 'notice-release', notice.id)
    const isWritten = planned.what === 'new' || (planned.what === 'same' && !planned.isByHand)
    if (isWritten) await makeContracts(tx, doer, notice.body, [{ ...planned, what: 'new' }], 'notices that were completed here', unwatched)
    const { rows } = await sql<{ contract: string }>`select contract from commissioning.contract_origin
      where body = ${notice.body}::uuid and ocid = ${notice.ocid}`.execute(tx)
    return succeed({ contract: rows[0]?.contract })
  }
  return inNotices(needs, doer, notice.body, complete, true)
}
