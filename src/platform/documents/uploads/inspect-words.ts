import { parse } from 'csv-parse/sync'
import type { FileTaken } from '#platform/paper/file-findings.ts'
import { Refused } from './refused.ts'

/**
 * Takes a table in words (CSV), the one kind of file that has no signature: it must be text, and must divide into cells.
 * @throws Refused
 */
export function inspectWords(bytes: Buffer, name: string): FileTaken {
  const text = decode(bytes)
  if (text === undefined || !/\.csv$/i.test(name.trim())) throw new Refused('file-unknown')
  let rows: string[][]
  try {
    rows = parse(text, {
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      delimiter: delimiterOf(text),
      maxRecordSize: 1_000_000,
    })
  } catch {
    throw new Refused('file-damaged')
  }
  if (rows.length === 0 || rows.every((row) => row.length < 2)) throw new Refused('file-unknown')
  const formulas = rows.flat().filter((cell) => /^\s*[=@]|^\s*[+-](?![\d.,\s£€$%]*$)/.test(cell)).length
  return {
    ok: true,
    kind: 'spreadsheet',
    mediaType: 'text/csv',
    extension: 'csv',
    pages: null,
    findings: { parts: 1, warnings: formulas > 0 ? [{ code: 'formulas', count: formulas }] : [] },
    rewritten: false,
  }
}

const delimiterOf = (text: string): string => {
  const [head = ''] = text.split('\n', 1)
  return [',', ';', '\t'].toSorted((a, b) => head.split(b).length - head.split(a).length)[0] ?? ','
}

function decode(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return hasControls(text) ? undefined : text
  } catch {
    // Excel in Windows writes its own eight bits.
    const text = new TextDecoder('windows-1252').decode(bytes)
    return hasControls(text) ? undefined : text
  }
}

const hasControls = (text: string): boolean => /[^\P{Cc}\n\r\t\u0080-\u009f]/u.test(text)
