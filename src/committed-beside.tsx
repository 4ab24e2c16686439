import type { BroughtPart } from '#platform/web/brought-part.ts'

/** What several parts say on the page of one record, one under the other; undefined where none has anything to say. */
export function beside(...parts: readonly BroughtPart[]): BroughtPart {
  return async (reader, visit, record) => {
    const said = []
    for (const part of parts) said.push(await part(reader, visit, record))
    const shown = said.filter((one) => one !== undefined)
    return shown.length === 0 ? undefined : <div>{shown}</div>
  }
}
