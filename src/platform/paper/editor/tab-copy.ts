import type { TypedFields } from './typed-fields.ts'

/** Words that the server has not taken yet, as this tab keeps them. */
export interface TabCopy {
  /** Version of the record and count of the kept draft that they were written on. */
  readonly version: string
  readonly kept: string
  readonly fields: TypedFields
  /** True once the form was sent with them. */
  readonly sent: boolean
}

/**
 * A copy in the tab's own storage: gone when the tab is closed, never seen by another person's session. Not in the storage that
 * stays, because papers may be exempt.
 */
export interface TabStore {
  read(): TabCopy | undefined
  write(copy: TabCopy): void
  clear(): void
}

/** The store for one form of one person. */
export function tabStore(person: string, address: string): TabStore {
  const key = `gt-typed ${person} ${address}`
  return {
    read() {
      try {
        return (JSON.parse(sessionStorage.getItem(key) ?? 'null') as TabCopy | null) ?? undefined
      } catch {
        return undefined
      }
    },
    write(copy) {
      try {
        sessionStorage.setItem(key, JSON.stringify(copy))
      } catch {
        // Storage is full or switched off: the words still stand in the form.
      }
    },
    clear() {
      try {
        sessionStorage.removeItem(key)
      } catch {
        // The same.
      }
    },
  }
}

/** What to do with words that an earlier page left in this tab. */
export function judgeCopy(
  copy: Pick<TabCopy, 'version' | 'sent'>,
  page: { readonly version: string; readonly differs: boolean },
): 'forget' | 'restore' {
  // What was sent and led to a newer version was saved.
  if (!page.differs || (copy.sent && copy.version !== page.version)) return 'forget'
  return 'restore'
}
