import { readFile } from 'node:fs/promises'
import { findStanding } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Reader, readAs, writeAs } from '#platform/database/session.ts'
import { inspectUpload } from '#platform/documents/uploads/inspect.ts'
import type { UploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { BidFileInput } from '../forms/bid.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findBidFiles } from '../queries/bid-files.ts'
import { findBids, findCall } from '../queries/bids.ts'
import { findOwnProviders, ownPart } from '../queries/own-part.ts'
import { callState, fileName, LARGEST_FILE } from '../rules/bid.ts'
import { contractProblem } from './contract-problem.ts'
import { auditStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

/**
 * Adds a file to the bid of a provider, until the last moment for bids. It is checked as every file is that somebody brings, and kept as it came, because what was handed in
 * stands; nobody but the provider reads it or its name before the bids are opened (C8).
 */
export async function addBidFile(needs: Needs, doer: Doer, id: string, input: BidFileInput): Done {
  const early = await readAs(needs.db, doer, async (reader) => {
    const { own, call } = await bidderOf(reader, doer, id)
    if (input.provider !== undefined && !own.includes(input.provider)) return { field: 'provider', code: 'choice-unknown' }
    return callState(call, doer.now) === 'open' ? undefined : { field: '', code: 'bid-file-in-time' }
  })
  if (early) return fail(early)
  const checked = await checkedFile(input.file)
  if (!checked.ok) return checked
  return writing(needs, doer, async (tx) => {
    const { own, call, person } = await bidderOf(tx, doer, id)
    const bidders = [...new Set((await findBids(tx, [id])).map(({ provider }) => provider))].filter((one) => own.includes(one))
    const [only] = bidders
    const provider = input.provider ?? (bidders.length === 1 ? only : undefined)
    if (provider === undefined) return fail({ field: 'provider', code: 'bid-file-of-bid' })
    await tx
      .insertInto('commissioning.bid_file')
      .values({ id: newId(), call: id, body: call.body, provider, ...checked.value, added_at: doer.now, added_by: person })
      .execute()
    await auditStep(tx, doer, 'bid-file-added', 'bid-call', id)
    return succeed(id)
  })
}

/** Takes a file out of one's own bid, until the last moment for bids; nothing of it stays but that it was done. */
export function withdrawBidFile(needs: Needs, doer: Doer, id: string, file: string): Done {
  return writing(needs, doer, async (tx) => {
    const { own } = await bidderOf(tx, doer, id)
    const found = (await findBidFiles(tx, id)).find((one) => one.id === file)
    if (!found || !own.includes(found.provider)) throw new NotFound('No such file.')
    await tx.deleteFrom('commissioning.bid_file').where('id', '=', file).execute()
    await auditStep(tx, doer, 'bid-file-withdrawn', 'bid-call', id)
    return succeed(id)
  })
}

async function bidderOf(reader: Reader, doer: Doer, id: string) {
  const call = await findCall(reader, id)
  const { person } = await findStanding(reader, doer)
  const own = person === undefined ? [] : await findOwnProviders(reader, person.id, doer.today)
  await demand(reader, doer, await ownPart(reader, own, doer.today), 'bid')
  if (person === undefined) throw new NotFound('No such call for bids.')
  return { call, own, person: person.id }
}

interface Kept {
  readonly name: string
  readonly media_type: string
  readonly size: number
  readonly content: Buffer
}

async function checkedFile(file: UploadedFile | undefined): Promise<Result<Kept, FieldProblem>> {
  if (file === undefined) return fail({ field: 'file', code: 'bid-file-missing' })
  if (file.tooLarge || file.size > LARGEST_FILE) return fail({ field: 'file', code: 'bid-file-too-large' })
  const checked = await inspectUpload(file)
  if (!checked.ok) return fail({ field: 'file', code: `bid-${checked.code}` })
  const content = await readFile(file.path)
  return succeed({ name: fileName(file.name, checked.extension), media_type: checked.mediaType, size: content.byteLength, content })
}

async function writing(needs: Needs, doer: Doer, work: Parameters<typeof writeAs<Result<string, FieldProblem>>>[2]): Done {
  try {
    return await writeAs(needs.db, doer, work)
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}
