import type { Acting } from '#platform/database/session.ts'
import type { AttentionItem } from '#platform/web/components/attention-strip.tsx'

/** What early help asks of somebody, and its pages that one opens most. No family is named there (E6). */
export interface FamilyWork {
  readonly items: readonly AttentionItem[]
  readonly doors: readonly { readonly text: string; readonly href: string }[]
}

/** Finds it; the house hands this in, because nobody imports that domain. Undefined for whoever has no post there. */
export type FamilyWorkOf = (acting: Acting) => Promise<FamilyWork | undefined>
