import type { Disagreement } from '../rules/minutes-record.ts'

const names: Readonly<Record<string, string>> = {
  attendance: 'the attendance',
  motion: 'a motion',
  view: 'a view',
  approval: 'an approval',
}

/** A place where minutes and the record say different things, in a sentence that says what to do. */
export function disagreementWords({ code, source, entry, heading }: Disagreement): string {
  const what = entry?.label ?? names[source.kind] ?? `a record (${source.kind})`
  const where = heading === '' ? '' : ` under ‘${heading}’`
  switch (code) {
    case 'changed':
      return `${capital(what)}${where} was changed in the record after the minutes were written, and the text still says the old. The record says: ${said(entry?.says)}`
    case 'words-differ':
      return `${capital(what)}${where} does not say what the record says: ${said(entry?.says)}`
    case 'missing':
      return `${capital(what)} is in the record and not in these minutes. It says: ${said(entry?.says)}`
    case 'gone':
      return `${capital(what)}${where} is no longer in the record: it was withdrawn or removed. The text still tells it.`
    case 'misplaced':
      return `${capital(what)} stands${where}, and the record has it under another item.`
  }
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function said(says: readonly string[] = []): string {
  const words = says.join('; ')
  return `‘${words.length > 300 ? `${words.slice(0, 300)}…` : words}’`
}
