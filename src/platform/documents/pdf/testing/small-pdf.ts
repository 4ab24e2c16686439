import { deflateSync } from 'node:zlib'

/** Words to be hidden in the places of a small PDF. */
export interface HiddenWords {
  readonly text: string
  readonly property: string
  readonly xmp: string
  readonly bookmark: string
  readonly label: string
  readonly attachmentName: string
  readonly attachment: string
  readonly comment: string
  readonly link: string
  readonly alternative: string
  readonly raw: string
}

const utf16 = (words: string): string =>
  `<FEFF${[...Buffer.from(words, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`

function stream(dictionary: string, content: string): Buffer {
  const packed = deflateSync(Buffer.from(content))
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
}

/** A PDF written by hand with words in every place that a scanner has to open. */
export function smallPdf(hidden: HiddenWords): Buffer {
  const [first = '', second = ''] = [hidden.text.slice(0, 9), hidden.text.slice(9)]
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R /Metadata 8 0 R /MarkInfo << /Marked true >> /StructTreeRoot 9 0 R /PageLabels << /Nums [0 << /P ${utf16(hidden.label)} /S /D >>] >> /Names << /EmbeddedFiles << /Names [(a) 11 0 R] >> >> >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /StructParents 0 /Resources << /Font << /F 5 0 R >> >> /Contents 4 0 R /Annots [13 0 R 14 0 R] >>',
    stream('', `/Figure << /MCID 0 >> BDC BT /F 12 Tf 20 300 Td (${first}-) Tj 0 -20 Td (${second}) Tj ET EMC`),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>',
    `<< /Title ${utf16(hidden.bookmark)} /Parent 6 0 R /Dest [3 0 R /Fit] >>`,
    stream(
      '/Type /Metadata /Subtype /XML',
      `<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${hidden.xmp}</dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>`,
    ),
    '<< /Type /StructTreeRoot /K [10 0 R] /ParentTree << /Nums [0 [10 0 R]] >> >>',
    `<< /Type /StructElem /S /Figure /P 9 0 R /Pg 3 0 R /K [0] /Alt ${utf16(hidden.alternative)} >>`,
    `<< /Type /Filespec /F (${hidden.attachmentName}) /UF ${utf16(hidden.attachmentName)} /EF << /F 12 0 R >> >>`,
    stream('/Type /EmbeddedFile', hidden.attachment),
    `<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents ${utf16(hidden.comment)} >>`,
    `<< /Type /Annot /Subtype /Link /Rect [30 10 40 20] /Border [0 0 0] /A << /S /URI /URI (https://example.org/${hidden.link}) >> >>`,
    `<< /Title ${utf16(hidden.property)} >>`,
    stream('', `% ${hidden.raw}`),
  ]
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  for (const [index, object] of objects.entries()) {
    offsets.push(parts.reduce((sum, part) => sum + part.length, 0))
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.isBuffer(object) ? object : Buffer.from(object), Buffer.from('\nendobj\n'))
  }
  const at = parts.reduce((sum, part) => sum + part.length, 0)
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 15 0 R >>\nstartxref\n${at}\n%%EOF`,
    ),
  )
  return Buffer.concat(parts)
}
