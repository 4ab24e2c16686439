import type { Tables } from '../database/generated/tables.ts'

type TableName = keyof Tables & string

/** A kind of record that goes into an archive. */
export interface KeptKind<Column extends string = string> {
  /** What one record is, in one sentence; stands in docs/export.md. */
  readonly means: string
  /** Name of the kind where the table's own would not say enough; default: the table's, with hyphens. */
  readonly as?: string
  /**
   * The fields that the public edition gives of it, read as a visitor, so that row-level security decides which records. Absent: none of it is
   * public, or a page decides more than the database does about who sees it.
   */
  readonly visitors?: readonly Column[]
  /** What else must hold of a record that the public edition gives: a condition in SQL on `r`. */
  readonly visitorsWhere?: string
  /** Fields that name a document by its sha-256; '' and null name none. */
  readonly documents?: readonly Column[]
  /** Fields that stay behind, and why. */
  readonly without?: { readonly [Name in Column]?: string }
  /**
   * Triggers that rest while an archive is read in: they judge a step at the moment when it is taken (a vote only while its motion is open), or
   * write a row in the form it has at first. What an archive brings has taken all its steps.
   */
  readonly resting?: readonly string[]
}

/** Records that stay behind, and why. */
export interface LeftOutKind {
  readonly leftOut: string
}

/** Says of one table whether its rows go into an archive. */
export type KindOf<Name extends TableName> = KeptKind<keyof Tables[Name] & string> | LeftOutKind

/** Says it of the tables of one schema; a test refuses a table that nobody names. */
export type KindsOf<Schema extends string> = { readonly [Name in Extract<TableName, `${Schema}.${string}`>]?: KindOf<Name> }

/** Every table by its name, with what becomes of its rows. */
export type ArchiveKinds = ReadonlyMap<string, KeptKind | LeftOutKind>

/** Schemas that stay behind whole, and why. */
export const leftOutSchemas: ReadonlyMap<string, string> = new Map([
  ['identity', 'Accounts, passwords, second factors and sessions: everybody is invited anew.'],
  ['casework', 'Families’ matters are sealed, and are no part of the record of governance and meetings.'],
  ['pgboss', 'Work that waits: it means nothing elsewhere.'],
])

/** Brings together what the parts of the house say of their tables. */
export function archiveKinds(...lists: readonly Readonly<Record<string, KeptKind | LeftOutKind | undefined>>[]): ArchiveKinds {
  return new Map(
    lists.flatMap((list) => Object.entries(list).flatMap(([table, kind]) => (kind === undefined ? [] : [[table, kind] as const]))),
  )
}

/** Name of a kind, as its file in the archive is called. */
export function kindName(table: string, { as }: KeptKind): string {
  return as ?? table.slice(table.indexOf('.') + 1).replaceAll('_', '-')
}
