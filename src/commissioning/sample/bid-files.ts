import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'

/** A PDF of one page that says one line. */
function onePage(line: string): Buffer {
  const drawn = `BT /F1 14 Tf 72 770 Td (${line}) Tj ET`
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let file = '%PDF-1.4\n'
  const starts = parts.map((part, place) => {
    const start = file.length
    file += `${place + 1} 0 obj\n${part}\nendobj\n`
    return start
  })
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${file}xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  )
}

/** Writes a file that goes with a bid of the sample. */
export async function writeBidFile(
  tx: Writer,
  of: { readonly call: string; readonly body: string; readonly provider: string; readonly added_by: string },
  name: string,
  now: Temporal.Instant,
): Promise<void> {
  const content = onePage(name.replace(/\.pdf$/, ''))
  await tx
    .insertInto('commissioning.bid_file')
    .values({ id: newId(), ...of, name, media_type: 'application/pdf', size: content.byteLength, content, added_at: now })
    .execute()
}
