import { listOrganisations, listOrganisationsOn } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { VatTreatment } from '../rules/contract.ts'
import type { RegisterColumn } from '../rules/register/columns.ts'
import type { KnownRegister } from '../rules/register/plan.ts'
import { listRegimes } from './contract-rules.ts'

/** A file of a register that was brought; `cells` are there until it is loaded. */
export interface RegisterFileRow {
  readonly id: string
  readonly body: string
  readonly name: string
  readonly madeAt: Temporal.Instant
  readonly loadedAt: Temporal.Instant | null
  readonly contractCount: number
  readonly providerCount: number
  readonly changeCount: number
  readonly cells: readonly (readonly string[])[] | undefined
}

const columns = [
  ...(['id', 'body', 'name', 'made_at as madeAt', 'loaded_at as loadedAt'] as const),
  ...(['contract_count as contractCount', 'provider_count as providerCount', 'change_count as changeCount'] as const),
] as const

/** One file that one may see. @throws NotFound */
export async function findRegisterFile(reader: Reader, id: string): Promise<RegisterFileRow> {
  const row = isUuid(id)
    ? await reader
        .selectFrom('commissioning.register_file')
        .select([...columns, 'cells'])
        .where('id', '=', id)
        .executeTakeFirst()
    : undefined
  if (!row) throw new NotFound('No such file.')
  return { ...row, cells: row.cells === null ? undefined : (JSON.parse(row.cells) as string[][]) }
}

/** The files of a board, the newest first; at most 100. */
export async function listRegisterFiles(reader: Reader, body: string): Promise<readonly Omit<RegisterFileRow, 'cells'>[]> {
  return reader
    .selectFrom('commissioning.register_file')
    .select(columns)
    .where('body', '=', body)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
}

/** What the record knows of contracts of a board, of organisations and of the rules by which cells are read. */
export async function findKnownRegister(reader: Reader, body: string, today: Temporal.PlainDate): Promise<KnownRegister> {
  const [organisations, present, regimes, rates, numbers, contracts, providers] = await Promise.all([
    listOrganisations(reader),
    listOrganisationsOn(reader, today),
    listRegimes(reader),
    reader.selectFrom('commissioning.vat_rate').selectAll().execute(),
    reader.selectFrom('commissioning.provider_identifier').select(['scheme', 'value', 'provider']).where('ends_on', 'is', null).execute(),
    reader.selectFrom('commissioning.contract').selectAll().where('body', '=', body).orderBy('id').execute(),
    reader
      .selectFrom('commissioning.contract_provider')
      .select(['contract', 'provider'])
      .where('body', '=', body)
      .where('part', '<>', 'sub-contractor')
      .execute(),
  ])
  const ofContract = Map.groupBy(providers, ({ contract }) => contract)
  return {
    ...{ organisations, regimes, today, present: new Set(present.map(({ id }) => id)) },
    numbers: new Map(numbers.map(({ scheme, value, provider }) => [`${scheme} ${value}`, provider])),
    vatRates: rates.map((row) => ({
      ...{ treatment: row.treatment, basisPoints: row.basis_points, startsOn: row.starts_on, endsOn: row.ends_on ?? undefined },
    })),
    contracts: contracts.map((row) => ({
      ...{ id: row.id, title: row.title, reference: row.reference, summary: row.summary, commissioner: row.commissioner },
      ...{ regime: row.regime, startsOn: row.starts_on, lastDay: row.runs_until?.subtract({ days: 1 }) },
      ...{
        isExtended: row.runs_until !== null && row.ends_on?.equals(row.runs_until) !== true,
        signedOn: row.signed_on ?? undefined,
        net: row.net,
        gross: row.gross,
        vat: row.vat as VatTreatment,
        served: row.served,
      },
      providers: new Set((ofContract.get(row.id) ?? []).map(({ provider }) => provider)),
    })),
  }
}

/** That a file made or changed a contract, with what stood in each cell before and what stood there after, as it was kept; '' is nothing. */
export interface RegisterLine {
  readonly file: string
  readonly name: string
  readonly kind: string
  readonly onDay: Temporal.PlainDate
  readonly changes: readonly { readonly column: RegisterColumn; readonly from: string; readonly to: string }[]
}

/** Which files made or changed a contract, the first first, as far as one may see them: its clerk. */
export async function findRegisterLines(reader: Reader, contract: string): Promise<readonly RegisterLine[]> {
  const rows = await reader
    .selectFrom('commissioning.register_line as l')
    .innerJoin('commissioning.register_file as f', 'f.id', 'l.file')
    .select(['l.file', 'f.name', 'l.kind', 'l.on_day as onDay', 'l.changes'])
    .where('l.contract', '=', contract)
    .orderBy('f.loaded_at')
    .orderBy('l.file')
    .execute()
  return rows.map((row) => ({ ...row, changes: row.changes as unknown as RegisterLine['changes'] }))
}

/** Which of some organisations have the role of a provider. */
export async function findProviderRoles(reader: Reader): Promise<ReadonlySet<string>> {
  const rows = await reader.selectFrom('commissioning.provider').select('id').execute()
  return new Set(rows.map(({ id }) => id))
}
