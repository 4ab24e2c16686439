import { listBodies } from '#governance/public-data.ts'
import type { Acting, Reader } from '#platform/database/session.ts'
import type { ComplianceFacts } from '../rules/compliance.ts'
import { findComplianceFactsOf } from './compliance.ts'

/** A board of the arrangement with what its compliance is judged on. */
export interface BoardFacts {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** Undefined where no terms are in force. */
  readonly facts: ComplianceFacts | undefined
}

/** Every board of the partnership's own that lives on the day, with what the reader may see of how it keeps its rules (G17). */
export async function findArrangementFacts(reader: Reader, acting: Acting): Promise<readonly BoardFacts[]> {
  const own = (await listBodies(reader, acting.today)).filter(({ status }) => status !== 'outside' && status !== 'ended')
  const facts = await findComplianceFactsOf(
    reader,
    acting,
    own.map(({ id }) => id),
  )
  return own.map(({ id, slug, name }) => ({ id, slug, name, facts: facts.get(id) }))
}
