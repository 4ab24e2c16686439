interface Led {
  readonly person: string | null
}
interface Row {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly leads: readonly Led[]
}

/** A row of a plan that can be off track. */
export interface ReportableRow {
  readonly id: string
  readonly name: string
  readonly priority: string
  /** Null for a priority as a whole. */
  readonly action: string | null
  /** Who may say so besides the clerk: whoever leads or sponsors it. */
  readonly people: readonly string[]
}

/** The priorities and actions of a version, each priority before what stands under it. */
export function rowsOf({
  priorities,
  actions,
}: {
  readonly priorities: readonly Row[]
  readonly actions: readonly (Row & { readonly priority: string })[]
}): readonly ReportableRow[] {
  const people = ({ leads }: Row): readonly string[] => leads.flatMap(({ person }) => person ?? [])
  const name = ({ reference, title }: Row): string => `${reference} ${title}`.trim()
  return priorities.flatMap((row) => [
    { id: row.id, name: name(row), priority: row.id, action: null, people: people(row) },
    ...actions
      .filter(({ priority }) => priority === row.id)
      .map((action) => ({ id: action.id, name: name(action), priority: row.id, action: action.id, people: people(action) })),
  ])
}

/** How far an exception report is. */
export type ExceptionStage = 'raised' | 'answered' | 'closed'

/** The stage of an exception report by its days. */
export function exceptionStage({
  answeredOn,
  closedOn,
}: {
  readonly answeredOn: Temporal.PlainDate | null
  readonly closedOn: Temporal.PlainDate | null
}): ExceptionStage {
  return closedOn !== null ? 'closed' : answeredOn !== null ? 'answered' : 'raised'
}
