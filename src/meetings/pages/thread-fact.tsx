import { threadAddress } from '#platform/thread/part.ts'
import type { KeyFact } from '#platform/web/components/key-facts.tsx'

/** The way from a record to its golden thread, among its facts (T2); none for a record that was withdrawn, which has left the thread. */
export function threadFacts(kind: 'decision' | 'officer-decision' | 'action', id: string, isWithdrawn: boolean): readonly KeyFact[] {
  if (isWithdrawn) return []
  const link = (
    <a class="govuk-link" href={threadAddress(kind, id)}>
      What it serves, and what serves it
    </a>
  )
  return [{ label: 'Golden thread', value: link }]
}
