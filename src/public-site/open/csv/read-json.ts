/** An object of the open data as it was given out. */
export type OpenJson = Readonly<Record<string, unknown>>

/** A value as a cell: '' for what is missing, lists with semicolons. */
export function text(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(text).join('; ')
  return typeof value === 'object' ? '' : String(value)
}

/** Several properties as cells. */
export function texts(object: OpenJson, ...names: readonly string[]): readonly string[] {
  return names.map((name) => text(object[name]))
}

/** 'yes' or 'no'; '' where neither is said. */
export function yesOrNo(value: unknown): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''
}

/** A list of objects inside an object; none where it is missing. */
export function listOf(object: OpenJson, name: string): readonly OpenJson[] {
  const value = object[name]
  return Array.isArray(value) ? (value as readonly OpenJson[]) : []
}
