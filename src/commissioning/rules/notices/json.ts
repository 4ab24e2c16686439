/** What a notice may hold, once it is read: numbers are finite, texts well-formed, names of fields harmless. */
export type NoticeJson = null | boolean | number | string | readonly NoticeJson[] | NoticeObject
export interface NoticeObject {
  readonly [name: string]: NoticeJson | undefined
}

/** Whether it is an object, and neither a list nor nothing. */
export const isObject = (value: unknown): value is NoticeObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands under a name; undefined where there is no object or no such field of its own. */
export const fieldOf = (value: NoticeJson | undefined, name: string): NoticeJson | undefined =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined

/** What stands at the end of a way of names. */
export const at = (value: NoticeJson | undefined, ...names: readonly string[]): NoticeJson | undefined =>
  names.reduce<NoticeJson | undefined>(fieldOf, value)

/** A text without white space around it; '' for anything else. A number is its digits. */
export const textAt = (value: NoticeJson | undefined, ...names: readonly string[]): string => {
  const found = at(value, ...names)
  return typeof found === 'string' ? found.trim() : typeof found === 'number' ? String(found) : ''
}

/** The objects of a list; none for anything else. */
export const objectsAt = (value: NoticeJson | undefined, ...names: readonly string[]): readonly NoticeObject[] => {
  const found = at(value, ...names)
  return Array.isArray(found) ? found.filter(isObject) : []
}

/** The texts of a list; none for anything else. */
export const textsAt = (value: NoticeJson | undefined, ...names: readonly string[]): readonly string[] => {
  const found = at(value, ...names)
  return Array.isArray(found) ? found.flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : [])) : []
}

/** The same text for the same content, in whatever order its fields were written. */
export function canonical(value: NoticeJson | undefined): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonical(one)).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value ?? null)
  const fields = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
  return `{${fields.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`
}
