/** A row of a version as far as two versions are compared: what it says, by label. */
export interface ComparedRow {
  readonly id: string
  readonly level: 'priority' | 'outcome' | 'action'
  readonly title: string
  /** Label -> words; '' where it says nothing. */
  readonly says: Readonly<Record<string, string>>
}

/** What became of a row between two versions. */
export interface RowChange {
  readonly id: string
  readonly level: ComparedRow['level']
  readonly title: string
  readonly what: 'added' | 'taken-out' | 'changed'
  /** The labels whose words differ, with both; all that it says for what was added or taken out. */
  readonly differences: readonly { readonly label: string; readonly before: string; readonly after: string }[]
}

/** What changed from one version to another, in the order of the later one, then what was taken out. A row is the same by its identity, whatever it says. */
export function compareRows(before: readonly ComparedRow[], after: readonly ComparedRow[]): readonly RowChange[] {
  const old = new Map(before.map((row) => [row.id, row]))
  const kept = new Set(after.map(({ id }) => id))
  const changed = after.flatMap((row): readonly RowChange[] => {
    const was = old.get(row.id)
    const differences = differencesOf(was?.says ?? {}, row.says)
    if (was !== undefined && differences.length === 0) return []
    return [{ id: row.id, level: row.level, title: row.title, what: was ? 'changed' : 'added', differences }]
  })
  const gone = before
    .filter(({ id }) => !kept.has(id))
    .map(
      (row): RowChange => ({ id: row.id, level: row.level, title: row.title, what: 'taken-out', differences: differencesOf(row.says, {}) }),
    )
  return [...changed, ...gone]
}

function differencesOf(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): RowChange['differences'] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .map((label) => ({ label, before: before[label] ?? '', after: after[label] ?? '' }))
    .filter((difference) => difference.before !== difference.after)
}
