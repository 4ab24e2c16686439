import { createHash } from 'node:crypto'
import type pg from 'pg'

/** The number and value of one link of the chain, to be kept outside (in a printed minute, in a mail). */
export interface Anchor {
  readonly number: bigint
  /** In hexadecimal digits. */
  readonly link: string
}

/** One place where the audit is not what it was. */
export interface AuditFault {
  readonly kind: 'missing-link' | 'broken-link' | 'changed-row' | 'missing-row' | 'missing-anchor'
  readonly number: bigint
  /** Id of the entry, where it is known. */
  readonly entry?: string
}

/** What verification found. An unsealed tail is no fault: it is how much the chain does not yet protect. */
export interface AuditReport {
  readonly sealed: number
  readonly unsealed: number
  /** Only against an earlier one, kept outside, does a cut-off end show. */
  readonly last: Anchor | undefined
  readonly faults: readonly AuditFault[]
}

interface Row {
  readonly number: string
  readonly entry: string
  readonly entry_sha256: Buffer
  readonly link: Buffer
  readonly id: string | null
  readonly at: string
  readonly actor: string
  readonly act: string
  readonly subject_type: string
  readonly subject: string
  readonly digest: Buffer
}

const PAGE = `select l.number::text, l.entry, l.entry_sha256, l.link, e.id, e.actor, e.act, e.subject_type, e.subject, e.digest,
    to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
  from platform.audit_link l left join platform.audit_entry e on e.id = l.entry
  where l.number > $1 order by l.number limit 5000`
const TAIL = `select count(*)::int as unsealed from platform.audit_entry e
  where not exists (select from platform.audit_link l where l.entry = e.id)`

/** Recomputes the chain outside the database. The client must see every row: the owner or the serving role. */
export async function verifyAudit(client: pg.ClientBase, anchor?: Anchor): Promise<AuditReport> {
  await client.query('begin isolation level repeatable read read only')
  const chain = newChain(anchor)
  for (let more = true; more; ) {
    const { rows } = await client.query<Row>(PAGE, [chain.number])
    for (const row of rows) follow(chain, row)
    more = rows.length > 0
  }
  const tail = await client.query<{ unsealed: number }>(TAIL)
  await client.query('commit')
  if (anchor !== undefined && !chain.anchored) chain.faults.push({ kind: 'missing-anchor', number: anchor.number })
  return {
    sealed: Number(chain.number),
    unsealed: tail.rows[0]?.unsealed ?? 0,
    last: chain.number > 0n ? { number: chain.number, link: chain.previous.toString('hex') } : undefined,
    faults: chain.faults,
  }
}

interface Chain {
  readonly faults: AuditFault[]
  readonly anchor: Anchor | undefined
  previous: Buffer
  number: bigint
  anchored: boolean
}

function newChain(anchor: Anchor | undefined): Chain {
  return { faults: [], anchor, previous: sha256('goldenthread audit'), number: 0n, anchored: false }
}

function follow(chain: Chain, row: Row): void {
  const at = BigInt(row.number)
  for (chain.number += 1n; chain.number < at; chain.number += 1n) chain.faults.push({ kind: 'missing-link', number: chain.number })
  if (row.id === null) chain.faults.push({ kind: 'missing-row', number: at, entry: row.entry })
  else if (!sha256(canonical(row)).equals(row.entry_sha256)) chain.faults.push({ kind: 'changed-row', number: at, entry: row.entry })
  const count = Buffer.alloc(8)
  count.writeBigInt64BE(at)
  if (!sha256(chain.previous, count, row.entry_sha256).equals(row.link)) chain.faults.push({ kind: 'broken-link', number: at })
  chain.previous = row.link
  chain.anchored ||= chain.anchor?.number === at && chain.anchor.link === row.link.toString('hex')
}

/** The same text as `platform.entry_sha256`: every part is of an alphabet without '|'. */
function canonical(row: Row): string {
  return [row.id, row.at, row.actor, row.act, row.subject_type, row.subject, row.digest.toString('hex')].join('|')
}

function sha256(...parts: readonly (Buffer | string)[]): Buffer {
  return parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
}
