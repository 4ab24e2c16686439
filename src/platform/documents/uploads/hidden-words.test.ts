import assert from 'node:assert/strict'
import { test } from 'node:test'
import { StandardFonts } from 'pdf-lib'
import { inspectPdf } from './inspect-pdf.ts'
import { paintedPdf, pdfOf } from './testing/pdf-files.ts'

const words = (text: string, x = 72, y = 700, before = ''): string => `BT /F1 12 Tf ${before} ${x} ${y} Td (${text}) Tj ET\n`
const page = words('The board is asked to agree the plan.', 72, 780)
const wholePage = (name: string): string => `q 595 0 0 842 0 0 cm /${name} Do Q\n`

/** The warnings of each kind with their pages. */
async function told(...contents: readonly string[]): Promise<readonly (readonly [string, ...number[]])[]> {
  const { taken } = await inspectPdf(await paintedPdf(...contents))
  return taken.findings.warnings.map(({ code, pages = [] }) => [code, ...pages] as const)
}

test('M4, X4: text beneath a painted rectangle is told with its page, however the rectangle is painted', async () => {
  const secret = page + words('Child J of Heron Street')
  const boxes: Readonly<Record<string, string>> = {
    black: '0 g 70 695 140 16 re f',
    white: '1 g 70 695 140 16 re f',
    moved: 'q 2 0 0 2 0 0 cm 0 g 35 347 70 9 re f Q',
    drawn: '0 0 0 rg 70 695 m 210 695 l 210 711 l 70 711 l h f',
    'filled and stroked': '0 g 70 695 140 16 re B',
    bar: 'q 14 w 0 G 70 703 m 210 703 l S Q',
    picture: 'q 140 0 0 16 70 695 cm /Im1 Do Q',
    clipped: 'q 70 695 140 16 re W n 0 g 0 0 595 842 re f Q',
  }
  for (const [name, box] of Object.entries(boxes)) assert.deepEqual(await told(page, secret + box), [['pdf-text-beneath', 2]], name)
})

test('M4, X4: one name beneath a box inside a longer line is enough', async () => {
  const line = page + words('The placement of Jonathan Sample will end in May.')
  assert.deepEqual(await told(`${line}0 g 168 696 100 14 re f`), [['pdf-text-beneath', 1]])
})

test('M4, X4: what lies over words and hides none is no warning', async () => {
  const line = page + words('Figures of the ward')
  const harmless: Readonly<Record<string, string>> = {
    'painted before': `${page}0.9 g 70 695 140 16 re f 0 g ${words('Figures of the ward')}`,
    'half see-through': `${line}q /Half gs 1 1 0 rg 70 695 140 16 re f Q`,
    'felt pen that multiplies': `${line}q /Times gs 1 1 0 rg 70 695 140 16 re f Q`,
    underlined: `${line}72 698 110 1 re f`,
    'struck through': `${line}72 703.5 110 0.8 re f`,
    frame: `${line}70 695 140 16 re S`,
    'picture with a mask': `${line}q 140 0 0 16 70 695 cm /Im2 Do Q`,
    'picture clipped to elsewhere': `${line}q 300 300 50 50 re W n 400 0 0 400 50 400 cm /Im1 Do Q`,
    'another line': `${line}0 g 70 640 140 16 re f`,
    'the same words again, as of a shadow': `${line}1 g 70 695 140 16 re f 0 g ${words('Figures of the ward')}`,
    'painted nothing': `${line}70 695 140 16 re n`,
    'box with no opacity': `${line}q /None gs 0 g 70 695 140 16 re f Q`,
  }
  for (const [name, content] of Object.entries(harmless)) assert.deepEqual(await told(content), [], name)
})

test('M4, X4: text that nobody sees is told: invisible, in the colour of the paper, or of what is behind it', async () => {
  const unseen: Readonly<Record<string, string>> = {
    invisible: words('Child J of Heron Street', 72, 700, '3 Tr'),
    white: `1 g ${words('Child J of Heron Street')}0 g`,
    'nearly white': `0.99 0.99 0.98 rg ${words('Child J of Heron Street')}0 g`,
    'black on black': `0 g 70 695 140 16 re f ${words('Child J of Heron Street')}`,
    faint: `q /None gs ${words('Child J of Heron Street')}Q`,
    'white in four inks': `0 0 0 0 k ${words('Child J of Heron Street')}0 g`,
  }
  for (const [name, content] of Object.entries(unseen)) assert.deepEqual(await told(page, page + content), [['pdf-text-unseen', 2]], name)
})

test('M4, X4: white words that can be read are no warning', async () => {
  const fine: Readonly<Record<string, string>> = {
    'head of a table': `0.1 0.2 0.5 rg 70 695 140 16 re f 1 g ${words('Ward and year')}0 g`,
    'on a thick line': `q 20 w 0.1 0.2 0.5 RG 60 703 m 260 703 l S Q 1 g ${words('Ward and year')}0 g`,
    'on a picture': `q 200 0 0 40 60 690 cm /Im1 Do Q 1 g ${words('Ward and year')}0 g`,
    'on a round badge': `0.1 0.2 0.5 rg 60 690 m 60 720 200 720 200 690 c 200 660 60 660 60 690 c f 1 g ${words('Ward')}0 g`,
    'one letter': `1 g ${words('.')}${words('x', 300)}0 g`,
    'edges in another colour': `1 g 0 G ${words('Ward and year', 72, 700, '2 Tr')}0 g`,
  }
  for (const [name, content] of Object.entries(fine)) assert.deepEqual(await told(page + content), [], name)
})

test('M4, O1: a searchable scan is no warning, wherever its program lays the words; a scan without words is said to be a picture', async () => {
  const read = (mode: string): string =>
    Array.from({ length: 30 }, (_, index) => words(`Line ${index} as it was recognised`, 60, 780 - 24 * index, mode)).join('')
  const strips = Array.from({ length: 10 }, (_, index) => `q 595 0 0 84.2 0 ${index * 84.2} cm /Im1 Do Q\n`).join('')
  const scans: Readonly<Record<string, string>> = {
    'invisible behind': read('3 Tr') + wholePage('Im1'),
    'invisible before': wholePage('Im1') + read('3 Tr'),
    'invisible before a black and white scan': wholePage('Im3') + read('3 Tr'),
    'printed, under the picture': read('0 Tr') + wholePage('Im1'),
    strips: strips + read('3 Tr'),
    'with a margin': `q 535 0 0 782 30 30 cm /Im1 Do Q\n${read('3 Tr')}`,
    'letter by letter': wholePage('Im1') + [...'RECOGNISED'].map((letter, index) => words(letter, 80 + 9 * index, 500, '3 Tr')).join(''),
    'a picture of words within a page': `${page}q 400 0 0 300 72 300 cm /Im1 Do Q ${words('Words within the chart', 100, 400, '3 Tr')}`,
  }
  for (const [name, content] of Object.entries(scans)) {
    const { taken } = await inspectPdf(await paintedPdf(content))
    assert.deepEqual([taken.findings.warnings, taken.findings.hasText, taken.findings.scannedPages], [[], true, undefined], name)
  }
  const bare = (await inspectPdf(await paintedPdf(wholePage('Im1')))).taken.findings
  assert.deepEqual([bare.hasText, bare.scannedPages, bare.warnings], [false, [1], []])
})

test('M4, X4: words in a layer that is switched off are told with their page; a layer that is on hides nothing', async () => {
  const layer = (name: string): string => `/OC /${name} BDC ${words('Child J of Heron Street')}EMC\n`
  assert.deepEqual(await told(page, `${page}/OC /L1 BDC ${words('Shown')}EMC ${layer('L2')}`), [['pdf-hidden-layers', 2]])
  // Nothing is hidden by what is itself switched off.
  assert.deepEqual(await told(`${page}${words('Seen by all')}/OC /L2 BDC 0 g 70 695 140 16 re f EMC`), [['pdf-hidden-layers']])
  assert.deepEqual(await told(page + layer('L1')), [])
})

test('M4, X4: words outside the page are told', async () => {
  assert.deepEqual(await told(page, page + words('Child J', 700, 300)), [['pdf-cropped-text', 2]])
})

test('M4: papers as programs write them are no warning', async () => {
  const many = await pdfOf(3, async (document, first) => {
    const font = await document.embedFont(StandardFonts.TimesRoman)
    for (let line = 0; line < 40; line += 1)
      first.drawText(`A line of the report, number ${line}`, { x: 60, y: 660 - 15 * line, size: 10, font })
    document.getForm()
  })
  assert.deepEqual((await inspectPdf(many)).taken.findings.warnings, [])
})
